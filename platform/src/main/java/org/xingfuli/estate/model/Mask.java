package org.xingfuli.estate.model;

import org.jspecify.annotations.Nullable;

/** Shows that a personal datum is on record without telling it. */
public final class Mask {

  private Mask() {}

  /** The first character of a name, a star for each of the others. */
  public static @Nullable String name(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
  }

  /** The first three and the last four digits of a phone number; shorter numbers are hidden whole. */
  public static @Nullable String phone(@Nullable String phone) {
    if (phone == null || phone.isBlank()) {
      return null;
    }
    int length = phone.length();
    return length < 11 ? "*".repeat(length) : phone.substring(0, 3) + "*".repeat(length - 7) + phone.substring(length - 4);
  }
}
