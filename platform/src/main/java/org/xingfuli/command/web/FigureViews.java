package org.xingfuli.command.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/** The figures on the wire. */
final class FigureViews {

  private FigureViews() {}

  /**
   * The league of streets.
   *
   * @param components the formula: weights, and the figures of all the reader sees
   */
  record LeagueView(ChartView.Head programme, LocalDate date, List<FigureView> components, List<StreetScore> streets) {}

  /**
   * A street.
   *
   * @param rank shared by equal scores; absent where there is nothing to count
   * @param weighed weights that had data; the score is divided by it
   */
  record StreetScore(
      String street, String streetName, @Nullable Integer rank, @Nullable Double score, double weighed, boolean small,
      int projects, List<FigureView> components) {}

  record KpiTreeView(ChartView.Head programme, LocalDate date, List<KpiRoot> roots) {}

  record KpiRoot(String code, Words name, boolean unconfirmed, String basis, List<FigureView> figures) {}

  /** Six side by side: the whole, and street by street or project by project. */
  record DimensionsView(
      ChartView.Head programme, LocalDate date, @Nullable String street, List<FigureView> dimensions,
      List<DimensionLine> lines) {}

  /** @param laggard code of the dimension that lags */
  record DimensionLine(
      String street, String name, @Nullable UUID projectId, @Nullable String laggard, List<FigureView> figures) {}

  record CausesView(ChartView.Head programme, LocalDate date, List<CauseGroup> groups) {}

  /**
   * Causes of one kind whose move is one party's.
   *
   * @param days each activity's once
   * @param command whether one of them needs the command
   * @param threshold days before a node from which it does
   * @param settles whether the project can settle it itself
   */
  record CauseGroup(
      String kind, Words label, Mover mover, Words moverLabel, int days, int nodes, int late, int projects,
      @Nullable LocalDate since, boolean command, int threshold, boolean settles, boolean unconfirmed, String basis,
      List<CauseItem> items) {}

  /** @param near days until the nearest endangered node is due */
  record CauseItem(
      UUID projectId, String projectCode, String projectName, String streetName, @Nullable UUID activityId, Words at,
      int days, @Nullable LocalDate since, String owner, @Nullable Integer near, boolean command,
      List<EndangeredNode> nodes) {}

  record EndangeredNode(UUID nodeId, Words name, State state, int days, LocalDate due) {}

  /**
   * The statutory tables of a period.
   *
   * @param until the last day that is in it
   * @param running whether the period is not over yet
   */
  record StatisticsView(
      ChartView.Head programme, String period, String periodWords, LocalDate from, LocalDate to, LocalDate until,
      boolean running, List<Street> streets, List<StatisticLine> lines) {}

  record Street(String code, String name) {}

  /** One line of a table: PLAN, PROGRESS or EFFECT; the cells stand in the order of the streets. */
  record StatisticLine(String table, FigureView figure, List<Cell> cells) {}

  record Cell(@Nullable Double value, double denominator, int rows) {}

  /** One counted row. */
  record CountedView(
      UUID projectId, String projectCode, String projectName, String streetName, @Nullable UUID nodeId,
      @Nullable UUID activityId, Words what, double part, double whole, @Nullable LocalDate on, Words why) {}

  /** A figure and one page of its rows. */
  record RowsView(FigureView figure, List<CountedView> items, @Nullable String next, long total) {}
}
