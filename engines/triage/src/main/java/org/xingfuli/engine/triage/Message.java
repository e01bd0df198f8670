package org.xingfuli.engine.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a resident said. Text may be raw or already cut into words by spaces; both are read.
 *
 * @param id of the case, unique among the messages looked at together
 * @param title its one-line summary; may be empty
 * @param text the whole
 * @param at when it came; null where unknown
 * @param place id of the place it is about, from the register or a {@link Gazetteer}; null where unknown
 */
public record Message(String id, String title, String text, @Nullable Instant at, @Nullable String place) {

  public static Message of(String id, String title, String text) {
    return new Message(id, title, text, null, null);
  }
}
