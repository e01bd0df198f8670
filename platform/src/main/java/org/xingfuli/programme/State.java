package org.xingfuli.programme;

/** How an activity or a node of a project stands; every screen shows it as glyph, word and colour. */
public enum State {
  LATE("滞后", "late"),
  AT_RISK("预警", "at risk"),
  ON_TIME("按期", "on time"),
  NOT_STARTED("未开始", "not started"),
  DONE("完成", "done"),
  NOT_APPLICABLE("不适用", "not applicable");

  private final Words label;

  State(String zh, String en) {
    this.label = Words.of(zh, en);
  }

  public Words label() {
    return label;
  }

  /** Whether this is worse than the other; states are declared worst first. */
  public boolean worseThan(State other) {
    return ordinal() < other.ordinal();
  }
}
