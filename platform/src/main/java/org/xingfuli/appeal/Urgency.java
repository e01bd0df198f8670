package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** How soon somebody must come. */
public enum Urgency {
  /** Danger to life: minutes, not days. */
  EMERGENCY("紧急", "Emergency"),
  /** Water, power, gas or heat has failed. */
  URGENT("加急", "Urgent"),
  ORDINARY("一般", "Ordinary");

  private final Words words;

  Urgency(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
