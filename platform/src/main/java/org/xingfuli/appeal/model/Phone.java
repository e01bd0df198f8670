package org.xingfuli.appeal.model;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as people write them. */
public final class Phone {

  private static final String NUMBER = "\\+?[0-9]{5,20}";

  private Phone() {}

  /** The digits alone, without the country's own code; null for what is no number. */
  public static @Nullable String plain(String phone) {
    var digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s()\\-–]", "");
    if (!digits.matches(NUMBER)) {
      return null;
    }
    return digits.replaceFirst("^\\+?(0086|86)(?=1[0-9]{10}$)", "").replace("+", "");
  }
}
