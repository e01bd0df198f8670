package org.xingfuli.exchange.plans.model;

import java.time.LocalDate;

/**
 * Days somebody works, or the instant of a milestone.
 *
 * @param start first day; of a milestone the day at whose beginning it is
 * @param end the day after the last one; of a milestone its start
 */
public record Span(LocalDate start, LocalDate end) {

  /** Last day, as people say it; of a milestone that ends something the day before its instant. */
  public LocalDate last() {
    return end.minusDays(1);
  }

  public boolean instant() {
    return start.equals(end);
  }
}
