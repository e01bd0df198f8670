package org.xingfuli.estate.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.store.EstateStore.Position;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Where a page ended, as text for the next request. */
final class Cursor {

  static final int LIMIT = 200;

  private Cursor() {}

  static @Nullable Position position(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return new Position(text.substring(36), UUID.fromString(text.substring(0, 36)));
    } catch (RuntimeException unreadable) {
      throw new Refused(Refusal.of("common.bad-cursor", Map.of("value", cursor)));
    }
  }

  /** The cursor after this page, null when it is the last; a page is asked for with one row more than it shows. */
  static @Nullable String next(List<Estate> rows, int limit) {
    if (rows.size() <= limit) {
      return null;
    }
    var last = rows.get(limit - 1);
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((last.id() + last.name()).getBytes(StandardCharsets.UTF_8));
  }
}
