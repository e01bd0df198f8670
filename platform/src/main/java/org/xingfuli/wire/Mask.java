package org.xingfuli.wire;

import org.jspecify.annotations.Nullable;

/**
 * Shows that a personal datum is on record without telling it: the one way every answer of the platform masks. Which rule
 * a column follows stands in {@code personal-data.yaml}.
 */
public final class Mask {

  private static final int WHOLE_PHONE = 11;

  private Mask() {}

  /** 张*明, 张* of a name of two: the ends of a name, or its first character, and a star for each of the others. */
  public static @Nullable String name(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    var letters = name.codePoints().toArray();
    int kept = letters.length > 2 ? 1 : 0;
    return new String(letters, 0, 1) + "*".repeat(Math.max(1, letters.length - 1 - kept))
        + new String(letters, letters.length - kept, kept);
  }

  /** 138****1234: the first three and the last four digits of a phone number; shorter numbers are hidden whole. */
  public static @Nullable String phone(@Nullable String phone) {
    if (phone == null || phone.isBlank()) {
      return null;
    }
    int length = phone.length();
    return length < WHOLE_PHONE
        ? "*".repeat(length)
        : phone.substring(0, 3) + "*".repeat(length - 7) + phone.substring(length - 4);
  }

  /** 3** of the door 301: the floor may be told, who lives there not. */
  public static @Nullable String door(@Nullable String door) {
    return door == null || door.isBlank() ? null : door.substring(0, 1) + "*".repeat(Math.max(1, door.length() - 1));
  }
}
