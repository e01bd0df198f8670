package org.xingfuli.notice.model;

/** A telephone number as logs and lists show it. */
public final class Masked {

  private static final int SHOWN = 3;

  private Masked() {}

  /** 138****1234; shorter ones show only their last digits. */
  public static String telephone(String number) {
    int length = number.length();
    return length < 8
        ? "****" + number.substring(Math.max(0, length - 2))
        : number.substring(0, SHOWN) + "****" + number.substring(length - 4);
  }
}
