package org.xingfuli.appeal.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, so that thousands are written by one statement; PostgreSQL casts the texts. */
final class Columns {

  private Columns() {}

  static <T> @Nullable String[] text(List<T> rows, Function<T, @Nullable Object> column) {
    var values = new @Nullable String[rows.size()];
    for (int at = 0; at < values.length; at++) {
      var value = column.apply(rows.get(at));
      values[at] = value == null ? null : value.toString();
    }
    return values;
  }
}
