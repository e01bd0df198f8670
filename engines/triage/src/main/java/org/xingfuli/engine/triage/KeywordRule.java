package org.xingfuli.engine.triage;

import java.util.List;

/**
 * Words that speak for a class.
 *
 * @param classCode the class
 * @param anyOf one of these makes the rule speak; each further one adds less
 * @param noneOf one of these silences it
 * @param weight how loud, 1 is ordinary
 */
public record KeywordRule(String classCode, List<String> anyOf, List<String> noneOf, double weight) {

  public KeywordRule {
    anyOf = List.copyOf(anyOf);
    noneOf = List.copyOf(noneOf);
  }
}
