package org.xingfuli.engine.consensus.opinion;

/** What a participant said to a statement they saw; not having seen it is no vote. */
public enum Vote {
  AGREE(1),
  PASS(0),
  DISAGREE(-1);

  private final int value;

  Vote(int value) {
    this.value = value;
  }

  /** 1 for agreeing, 0 for passing, −1 for disagreeing. */
  int value() {
    return value;
  }
}
