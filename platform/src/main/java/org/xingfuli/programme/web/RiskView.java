package org.xingfuli.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.risk.Drivers;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.RiskCure;

/**
 * The risk of a year's nodes as far as the reader sees, in the scope asked for.
 *
 * @param state whether there is anything to show
 * @param current whether it is of the forecast that stands; otherwise a newer one is being simulated
 * @param nodes of the year in their order
 */
record RiskView(
    UUID programmeId, int year, String name, Status state, boolean current, @Nullable LocalDate dataDate,
    @Nullable Instant computedAt, @Nullable Integer milliseconds, int replications, long seed, int projects,
    RiskRulesRow rules, List<Node> nodes, @Nullable Chosen chosen) {

  /** Nothing frozen, being simulated for the first time, or ready. */
  enum Status { NO_PLAN, COMPUTING, READY }

  /**
   * A node over the projects of the scope.
   *
   * @param count projects it binds
   * @param reached of them, those that have
   * @param mean probability of one, on average
   * @param expected how many are on time, on average
   * @param all probability that every one is; never above that of any one
   * @param days how many of all simulated finishes fall on each day
   */
  record Node(
      UUID id, String code, Words name, LocalDate due, boolean unconfirmed, int count, int reached, @Nullable Double mean,
      @Nullable Double expected, @Nullable Double all, State state, @Nullable LocalDate p80, @Nullable Days days) {}

  /** Simulated finishes from a day on. */
  record Days(LocalDate from, List<Integer> counts) {}

  /**
   * One node at length.
   *
   * @param error standard error of the mean, by the number of replications alone
   * @param quantiles days by which shares of all finishes have come
   * @param noise how far apart the two ends of a driver would be by chance alone, in 95 of 100 cases
   * @param curesTried whether what would help has been tried yet
   */
  record Chosen(
      UUID nodeId, double error, List<Quantile> quantiles, Fan fan, List<Driver> drivers, double noise, List<Cure> cures,
      boolean curesTried, List<Critical> critical, List<Day> history, List<Own> projects) {}

  /** @param days after the due date; negative when before */
  record Quantile(int percent, @Nullable LocalDate date, @Nullable Integer days) {}

  /**
   * Shares of the node's projects that have reached it by each day, 0 to 1.
   *
   * @param done what was really reached; until the data date
   * @param frozen what the frozen plan wants
   */
  record Fan(
      List<LocalDate> days, List<@Nullable Double> done, List<Double> frozen, List<@Nullable Double> p10,
      List<@Nullable Double> p25, List<@Nullable Double> p50, List<@Nullable Double> p75, List<@Nullable Double> p90) {}

  /**
   * @param kindest mean of the source in its kindest fifth: wet days, factor on durations, days late
   * @param counts whether the swing is more than chance alone would give
   */
  record Driver(
      Drivers.Kind kind, Words name, double kindest, double harshest, double atKindest, double atHarshest, boolean counts) {}

  /**
   * @param cost 元
   * @param after mean probability with it, in the same weather
   * @param edits what a draft of it begins with; empty when no draft can try it
   */
  record Cure(
      RiskCure.Kind kind, Words words, int cost, double after, double gain, Words mover, LocalDate decideBy,
      List<DraftEdit> edits) {}

  /**
   * An activity of the template over the projects of the scope.
   *
   * @param activityId of the project where it is in the way most often
   * @param share of replications and projects in which it lies on a driving chain
   */
  record Critical(UUID activityId, UUID projectId, String projectName, String code, Words name, double share) {}

  record Day(LocalDate day, double mean) {}

  /** The node of one project. */
  record Own(
      UUID projectId, String projectName, String street, String streetName, double probability, State state,
      @Nullable LocalDate forecast, @Nullable LocalDate p50, @Nullable LocalDate p80, @Nullable LocalDate p90) {}
}
