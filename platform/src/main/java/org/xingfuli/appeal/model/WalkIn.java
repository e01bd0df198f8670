package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;

/**
 * What only the table knows of an appeal that was brought to it.
 *
 * @param atOnce answered while the person sat there
 * @param answerBy until when an answer was said to come; null when only the limits of the appeal hold
 */
public record WalkIn(UUID appeal, UUID point, Instant cameAt, Teller teller, boolean atOnce, @Nullable Instant answerBy) {

  /** Who tells it; nobody is asked for an identity number. */
  public enum Teller {
    SELF("本人", "In person"),
    FAMILY("家里人代说", "A relative for them"),
    BUILDING_HEAD("楼长代说", "The building's head for them");

    private final Words words;

    Teller(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  /** How it stands in the queue of the table. */
  public enum Stands {
    /** Said to be answered on this day, and that time is over. */
    LATE,
    /** An answer was said to come until a time that is not over. */
    TO_ANSWER,
    /** On its lawful way, with no time said. */
    ON_ITS_WAY,
    JOINED,
    ANSWERED_AT_ONCE,
    ANSWERED
  }

  public Stands stands(AppealState state, Instant now) {
    return switch (state) {
      case REPLIED, CLOSED, ARCHIVED -> atOnce ? Stands.ANSWERED_AT_ONCE : Stands.ANSWERED;
      case MERGED -> Stands.JOINED;
      default -> answerBy == null ? Stands.ON_ITS_WAY : now.isAfter(answerBy) ? Stands.LATE : Stands.TO_ANSWER;
    };
  }
}
