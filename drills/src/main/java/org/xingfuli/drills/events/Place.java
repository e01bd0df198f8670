package org.xingfuli.drills.events;

import java.util.Random;

/** Where a process dies on the way of an act to its effect. */
public enum Place {

  /** The act and its publication are written, and not committed. */
  BEFORE_COMMIT(60),
  /** The act is committed, and nobody has told the listener. */
  AFTER_COMMIT(60),
  /** The listener has begun, and done nothing. */
  LISTENER(60),
  /** The effect is written, and not committed. */
  EFFECT(60),
  /** The effect is committed, and the publication not yet marked as complete. */
  COMPLETION(60),
  /** The same three while an act of an earlier life is delivered again. */
  LISTENER_AGAIN(5),
  EFFECT_AGAIN(5),
  COMPLETION_AGAIN(5),
  /** Wherever a kill -9 from outside finds it. */
  ANYWHERE(0);

  private final int most;

  Place(int most) {
    this.most = most;
  }

  /** Which passage of this place in a life is the last; of redeliveries there are fewer, so it comes sooner. */
  public int passage(Random random) {
    return most == 0 ? 0 : 1 + random.nextInt(most);
  }

  /**
   * Whether an act stands as this place says, once its process is dead.
   *
   * @param stored whether the act is committed
   * @param effects how often its effect is
   * @param open whether its publication waits to be completed
   */
  public boolean holds(boolean stored, int effects, boolean open) {
    return switch (this) {
      case BEFORE_COMMIT -> !stored && effects == 0 && !open;
      case AFTER_COMMIT, LISTENER, EFFECT -> stored && effects == 0 && open;
      case COMPLETION -> stored && effects > 0 && open;
      // The heart of a node and its timetable both deliver again what failed, now and then the same at one moment: one of them may have
      // completed it before the other dies. Nothing is completed without its effect.
      case COMPLETION_AGAIN -> stored && effects > 0;
      // Its effect may also have been committed by an earlier life that died before it could say so.
      case LISTENER_AGAIN, EFFECT_AGAIN -> stored && (open || effects > 0);
      case ANYWHERE -> true;
    };
  }

  /** The same place on the way of an act that is delivered again. */
  Place again() {
    return switch (this) {
      case LISTENER -> LISTENER_AGAIN;
      case EFFECT -> EFFECT_AGAIN;
      case COMPLETION -> COMPLETION_AGAIN;
      default -> this;
    };
  }
}
