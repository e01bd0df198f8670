package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;

/** How a clock stands at a moment. */
public enum Course {
  ON_TIME("正常", "On time"),
  WARNING("将到期", "Due soon"),
  OVERDUE("已逾期", "Overdue"),
  PAUSED("停表", "Paused"),
  MET("按时", "Met"),
  MISSED("逾期办结", "Missed");

  private final Words words;

  Course(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
