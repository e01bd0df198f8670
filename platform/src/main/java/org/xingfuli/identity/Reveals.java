package org.xingfuli.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.flow.Reveal;

/**
 * The one way to a masked value in clear, for the modules that keep such values: the reason goes on record in the same
 * transaction that reads the value, so that there is no look without its record.
 */
@Component
public class Reveals {

  private final Reveal reveal;

  Reveals(Reveal reveal) {
    this.reveal = reveal;
  }

  /**
   * What is looked at.
   *
   * @param type such as {@code household}
   * @param area where it lies
   * @param place what it is called without naming a person: estate and building
   * @param fields which values are told, such as {@code name}, {@code phone}
   */
  public record Subject(String type, UUID id, String area, String place, Set<String> fields) {}

  /**
   * The look is allowed and on record.
   *
   * @param until how long a screen may show the value
   * @param left how many looks the person has left today
   */
  public record Granted(Instant until, int left) {}

  /**
   * Puts the look on record, inside the running transaction of the person who looks.
   *
   * @param reason in words of one's own
   * @throws org.xingfuli.kernel.Refused for a reason too short, or when today's looks are spent
   */
  public Granted note(Subject subject, RevealReason usual, String reason) {
    return reveal.note(subject, usual, reason);
  }
}
