package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;
import org.xingfuli.kernel.StateGraph;

/** How a promise stands. A broken one is never unbroken: what is done afterwards is kept late, and reads so. */
public enum PromiseState {
  OPEN("待兑现", "To be kept"),
  KEPT("已兑现", "Kept"),
  /** Another time was agreed before this one came. */
  MOVED("已改期", "Moved"),
  BROKEN("已失约", "Broken"),
  KEPT_LATE("迟到兑现", "Kept late");

  /** What moves a promise. */
  public enum Act { KEEP, MOVE, BREAK }

  public static final StateGraph<PromiseState, Act> GRAPH = StateGraph.<PromiseState, Act>named("promise", OPEN)
      .edge(OPEN, Act.KEEP, KEPT)
      .edge(OPEN, Act.MOVE, MOVED)
      .edge(OPEN, Act.BREAK, BROKEN)
      .edge(BROKEN, Act.KEEP, KEPT_LATE)
      .build();

  private final Words words;

  PromiseState(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
