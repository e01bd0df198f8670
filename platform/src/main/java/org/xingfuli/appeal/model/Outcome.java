package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;

/** What came of an appeal, as the reply states it. */
public enum Outcome {
  RESOLVED("已解决", "Resolved"),
  PARTLY("部分解决", "Resolved in part"),
  PLANNED("已列入计划", "Planned"),
  EXPLAINED("已解释说明", "Explained"),
  REFERRED("已转有权处理的单位", "Passed to who may decide it"),
  UNFOUNDED("情况不属实", "Not as it was said"),
  CANNOT("暂不能解决", "Cannot be resolved now");

  private final Words words;

  Outcome(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  /** Whether something was done that can be looked at, so that words alone prove nothing. */
  public boolean seen() {
    return this == RESOLVED || this == PARTLY;
  }
}
