package org.xingfuli.identity;

/** The usual reasons to see a masked value in clear; some words of one's own are asked for besides. */
public enum RevealReason {
  VISIT("入户联系", "Reaching a household"),
  VERIFY("核对产权", "Checking who owns"),
  APPEAL("处理诉求", "Handling an appeal"),
  OUTAGE("停水停电等告知", "Telling of an outage"),
  EMERGENCY("应急处置", "An emergency"),
  OTHER("其他", "Something else");

  private final Words words;

  RevealReason(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
