package org.xingfuli.identity.model;

import java.text.Normalizer;
import java.util.Locale;

/** Names for signing in: 2 to 50 small letters, digits, dots, dashes and underscores. */
public final class SignInName {

  private SignInName() {}

  /** The one spelling of a name, however it was typed. */
  public static String of(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  public static boolean valid(String name) {
    return name.matches("[a-z0-9][a-z0-9._-]{1,49}");
  }
}
