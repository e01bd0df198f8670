package org.xingfuli.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * The battle chart as far as the caller sees it.
 *
 * @param atRiskDays a node with at most so many days left is at risk
 * @param unconfirmed whether that threshold is still an assumption
 * @param whole whether all rows are here; otherwise those that changed since the version asked from
 * @param order every project, worst first: a chart that is kept up by changes is put in this order again
 * @param seen every report committed before this moment is in it (milliseconds since 1970)
 */
record ChartView(
    Head programme,
    @Nullable LocalDate date,
    Instant updatedAt,
    long version,
    int atRiskDays,
    boolean unconfirmed,
    List<Kpi> kpis,
    List<ChartNode> nodes,
    boolean whole,
    List<UUID> order,
    List<ChartRow> rows,
    List<Trouble> causes,
    List<StreetStanding> streets,
    @Nullable Long seen,
    @Nullable ChartRisk risk) {

  /** @param scope what the figures beside it are counted of: the district, or what of it the reader sees */
  record Head(UUID id, int year, String name, Words scope) {}

  /**
   * One figure with what it is a part of.
   *
   * @param reckoning how numerator and denominator are counted, in words with which a person can count them again
   */
  record Kpi(
      String code, Words label, double value, String unit, int numerator, int denominator, Words note,
      Words reckoning) {}

  /**
   * @param unconfirmed whether rule or date is our assumption for this year
   * @param provisional whether the holidays of the due date's year are not yet announced
   */
  record ChartNode(
      UUID id, String code, Words name, LocalDate due, Words resolution, boolean unconfirmed, boolean provisional) {}

  /**
   * A project over all nodes.
   *
   * @param inFrozenPlan whether the frozen plan holds it; the cells of one added later say so instead of a date
   */
  record ChartRow(
      UUID projectId, String code, String name, String street, String streetName, int buildings, int households,
      @Nullable String owner, @Nullable Integer carriedOverFrom, int progress, int plannedProgress,
      boolean inFrozenPlan, State worst, List<Cell> cells) {}

  /**
   * @param date the forecast's finish, or the day it was reached
   * @param days days left until due; negative when late
   */
  record Cell(
      UUID nodeId, State state, @Nullable LocalDate date, @Nullable LocalDate due, @Nullable Integer days,
      @Nullable Words cause) {}

  /** A node in trouble, and whose move it is. */
  record Trouble(
      UUID projectId, String projectName, String streetName, UUID nodeId, Words nodeName, State state, int days,
      Words cause, @Nullable String owner, @Nullable Mover ownerKind) {}

  /** A street's projects by their worst node. */
  record StreetStanding(String street, String streetName, int projects, int late, int atRisk, int onTime) {}

  /**
   * How likely nodes are kept, always whole.
   *
   * @param current whether it is of the forecast the chart shows; otherwise that one is being simulated
   * @param atRiskBelow a node less likely than so many percent is marked
   * @param nodes over all rows of the chart, in its order of nodes
   * @param rows probabilities by project, in the chart's order of nodes
   */
  record ChartRisk(
      boolean current, int replications, int atRiskBelow, int target, boolean unconfirmed, List<NodeRisk> nodes,
      Map<UUID, List<@Nullable Double>> rows) {}

  /**
   * @param mean probability of one project, on average
   * @param expected how many are on time, on average
   * @param all probability that every one is; never above that of any one
   */
  record NodeRisk(UUID nodeId, int count, double mean, double expected, double all) {}
}
