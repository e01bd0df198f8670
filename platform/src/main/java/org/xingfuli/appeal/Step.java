package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** What a clock runs for. */
public enum Step {
  ACCEPT("受理", "Acceptance"),
  DISPATCH("派发", "Dispatch"),
  /** A unit that was given an appeal says that it is not its business (信访工作条例23). */
  RETURN("退回异议", "Objection to a dispatch"),
  REPLY("答复", "Reply"),
  CALL_BACK("回访", "Call-back");

  private final Words words;

  Step(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
