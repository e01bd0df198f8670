package org.xingfuli.engine.triage;

import java.util.List;

/**
 * Which class a message may belong to, for a person to confirm.
 *
 * @param classes best first; empty when nothing spoke
 * @param refused whether the lead is too small to be worth a suggestion: a person decides alone
 * @param margin lead of the first over the second, in the units of the source
 * @param emergency whether life may be at stake; independent of the class
 * @param reasons words of the message, loudest first; those of an emergency carry the class {@link #EMERGENCY} and stand first
 * @param source {@code rules}, or {@code model:} and the model's version
 */
public record Suggestion(
    List<Ranked> classes, boolean refused, double margin, boolean emergency, List<Reason> reasons, String source) {

  /** Class code of the reasons of an emergency. */
  public static final String EMERGENCY = "EMERGENCY";

  public Suggestion {
    classes = List.copyOf(classes);
    reasons = List.copyOf(reasons);
  }

  /** @param score higher is likelier; comparable within one suggestion only */
  public record Ranked(String code, double score) {}

  /**
   * @param words as they stand in the title or the text
   * @param classCode what they spoke for
   * @param weight how loudly, comparable within one suggestion
   */
  public record Reason(String words, String classCode, double weight) {}
}
