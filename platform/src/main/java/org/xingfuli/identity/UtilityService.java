package org.xingfuli.identity;

/** What a utility brings to the houses; it signs for this and for nothing else. */
public enum UtilityService {
  WATER("供水", "Water"),
  POWER("供电", "Power"),
  GAS("燃气", "Gas"),
  TELECOM("通信", "Telecom");

  private final Words words;

  UtilityService(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
