package org.xingfuli.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Where a page ended, as the sort values of its last row, in letters that mean nothing to the client. */
public final class Cursor {

  private static final int MOST = 200;
  private static final String BETWEEN = "\u001f";

  private Cursor() {}

  /** The cursor after a row with these sort values, the last of them unique. */
  public static String after(Object... sortValues) {
    var parts = Arrays.stream(sortValues).map(String::valueOf).toList();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(BETWEEN, parts).getBytes(UTF_8));
  }

  /**
   * The sort values in a cursor the client sent, or nothing on the first page.
   *
   * @param expected how many values this list's cursors have
   * @throws Refused {@code common.bad-cursor} for anything we did not write
   */
  public static List<String> read(@Nullable String cursor, int expected) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    try {
      var parts = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(BETWEEN, -1));
      if (parts.size() == expected) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      throw refusal(cursor, e);
    }
    throw refusal(cursor, null);
  }

  private static Refused refusal(String cursor, @Nullable Throwable cause) {
    var shown = cursor.length() > 40 ? cursor.substring(0, 40) + "…" : cursor;
    var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", shown)));
    refused.initCause(cause);
    return refused;
  }

  /** The page size asked for, within 1 and 200; the usual one when none is asked for. */
  public static int limit(@Nullable Integer asked, int usual) {
    return asked == null ? usual : Math.clamp(asked, 1, MOST);
  }
}
