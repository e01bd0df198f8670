package org.xingfuli.engine.triage;

import org.jspecify.annotations.Nullable;

/**
 * A message and the class it belongs to.
 *
 * @param source who said so: a person counts more than a rule
 */
public record Labelled(Message message, String classCode, Source source) {

  public Labelled(Message message, String classCode, @Nullable Source source) {
    this.message = message;
    this.classCode = classCode;
    this.source = source == null ? Source.CLERK : source;
  }

  public static Labelled byClerk(Message message, String classCode) {
    return new Labelled(message, classCode, Source.CLERK);
  }

  /** Who said which class it is. */
  public enum Source { RULES, CLERK }
}
