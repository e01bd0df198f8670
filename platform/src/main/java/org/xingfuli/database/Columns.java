package org.xingfuli.database;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, so that thousands are written by one statement; PostgreSQL casts the texts. */
public final class Columns {

  private Columns() {}

  /** One column of all rows. */
  public static <T> @Nullable String[] text(List<T> rows, Function<T, @Nullable Object> column) {
    var values = new @Nullable String[rows.size()];
    for (int at = 0; at < values.length; at++) {
      var value = column.apply(rows.get(at));
      values[at] = value == null ? null : value.toString();
    }
    return values;
  }

  /** An array of numbers as PostgreSQL reads it from a text. */
  public static String numbers(int[] values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /** Bytes as PostgreSQL reads them from a text. */
  public static @Nullable String bytes(byte @Nullable [] value) {
    return value == null ? null : "\\x" + HexFormat.of().formatHex(value);
  }
}
