package org.xingfuli.command.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * How one figure is counted: a row of the configuration.
 *
 * @param parent root of a KPI, table of a statistic
 * @param parts codes of the activities it looks at; empty for those that look at nodes or projects
 * @param amount what a counted project stands for
 * @param span whether all until the day counts, or only what fell into the period
 * @param weight in the league's score, 0 to 100; for a cause 1 when the project can settle it itself
 * @param threshold days: how old a report may be, or how near an endangered node must be
 * @param least a denominator below is flagged as small
 * @param unconfirmed whether the row is our assumption
 */
public record FigureRule(
    Kind kind,
    String code,
    @Nullable String parent,
    int position,
    Words name,
    Measure measure,
    String parts,
    Amount amount,
    Span span,
    Words unit,
    double weight,
    int threshold,
    int least,
    boolean unconfirmed,
    String source,
    int version) {

  /** What the row is a part of. */
  public enum Kind { LEAGUE, KPI, DIMENSION, STATISTIC, CAUSE }

  /** What a project stands for where it is counted. */
  public enum Amount { PROJECTS, ESTATES, BUILDINGS, HOUSEHOLDS }

  /** Which time counts. */
  public enum Span { TOTAL, PERIOD }

  public Set<String> partSet() {
    return parts.isBlank() ? Set.of() : new LinkedHashSet<>(Arrays.asList(parts.split(",")));
  }
}
