package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * What finished projects teach about one figure of the template, with its evidence; somebody accepts or rejects it.
 *
 * @param kind the reference duration, or the lag to a predecessor
 * @param relation the relation as written, for a lag; blank for a duration
 * @param from days now
 * @param to days as they should be
 */
public record Lesson(
    Kind kind, String activity, Words name, String relation, int from, int to, List<Evidence> evidence) {

  /** So few days are no lesson, whatever they are a share of. */
  private static final int LEAST_DAYS = 2;
  /** So small a share is no lesson. */
  private static final double LEAST_SHARE = 0.1;

  /** Which figure of the template. */
  public enum Kind { DURATION, LAG }

  /**
   * One finished project.
   *
   * @param planned days the template gives for this project's quantity, or the lag it asks for
   * @param actual days it really took, or the lag there really was
   * @param lost of the days it took, those lost for reasons of the site; they are no lesson about the work
   * @param quantity what it was scaled by, absent for a fixed one
   */
  public record Evidence(
      UUID projectId, String code, String name, int planned, int actual, int lost, @Nullable BigDecimal quantity) {

    /** The days the work itself took. */
    int net() {
      return Math.max(1, actual - lost);
    }
  }

  /** When an activity really happened. */
  public record Happened(LocalDate start, LocalDate finish, int lost) {
    int days() {
      return (int) (finish.toEpochDay() - start.toEpochDay()) + 1;
    }
  }

  /** A finished project with what it held and when its activities happened, by code. */
  public record Finished(UUID id, String code, String name, int year, Quantities quantities, Map<String, Happened> happened) {}

  /**
   * Every lesson of these projects about a template. A duration is proposed when the median of (actual − lost) ÷ planned
   * moves it by at least two days and a tenth; a lag only when every project needed less of it than the template asks for,
   * and then the longest of them: a longer one may have had any other reason, and an overlap where none is allowed broke the rule.
   */
  public static List<Lesson> of(List<TemplateActivity> template, List<Finished> projects) {
    var lessons = new ArrayList<Lesson>();
    for (var activity : template) {
      duration(activity, projects).ifPresent(lessons::add);
      for (var relation : activity.predecessors()) {
        lag(activity, relation, projects).ifPresent(lessons::add);
      }
    }
    return lessons;
  }

  private static Optional<Lesson> duration(TemplateActivity activity, List<Finished> projects) {
    var evidence = new ArrayList<Evidence>();
    for (var project : projects) {
      var happened = project.happened().get(activity.code());
      if (happened != null) {
        evidence.add(new Evidence(project.id(), project.code(), project.name(), activity.durationFor(project.quantities()),
            happened.days(), happened.lost(),
            activity.driver() == Driver.FIXED ? null : project.quantities().of(activity.driver())));
      }
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    var ratios = evidence.stream().map(each -> (double) each.net() / each.planned()).sorted().toList();
    var half = ratios.size() / 2;
    var median = ratios.size() % 2 == 1 ? ratios.get(half) : (ratios.get(half - 1) + ratios.get(half)) / 2;
    var to = (int) Math.max(1, Math.round(activity.duration() * median));
    var moved = Math.abs(to - activity.duration());
    return moved < LEAST_DAYS || moved < LEAST_SHARE * activity.duration() ? Optional.empty()
        : Optional.of(new Lesson(Kind.DURATION, activity.code(), activity.name(), "", activity.duration(), to,
            List.copyOf(evidence)));
  }

  private static Optional<Lesson> lag(TemplateActivity activity, Relation relation, List<Finished> projects) {
    var evidence = new ArrayList<Evidence>();
    for (var project : projects) {
      var before = project.happened().get(relation.predecessor());
      var after = project.happened().get(activity.code());
      if (before != null && after != null) {
        evidence.add(new Evidence(project.id(), project.code(), project.name(), relation.lagDays(),
            between(before, after, relation), 0, null));
      }
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    var longest = evidence.stream().mapToInt(Evidence::actual).max().orElseThrow();
    return longest < 0 || relation.lagDays() - longest < LEAST_DAYS ? Optional.empty()
        : Optional.of(new Lesson(Kind.LAG, activity.code(), activity.name(),
            Relation.notation(List.of(relation)), relation.lagDays(), longest, List.copyOf(evidence)));
  }

  private static int between(Happened before, Happened after, Relation relation) {
    var from = switch (relation.kind()) {
      case FS, FF -> before.finish();
      case SS, SF -> before.start();
    };
    var to = switch (relation.kind()) {
      case FS, SS -> after.start();
      case FF, SF -> after.finish();
    };
    var days = (int) (to.toEpochDay() - from.toEpochDay());
    // Finish to start with no lag means the next day.
    return relation.kind() == Relation.Kind.FS ? days - 1 : days;
  }

  /** The template row with this lesson taken to heart. */
  public TemplateActivity applied(TemplateActivity row, String source, boolean assumption) {
    if (kind == Kind.LAG) {
      return row.waitingFor(row.predecessors().stream().map(each ->
          Relation.notation(List.of(each)).equals(relation)
              ? new Relation(each.predecessor(), each.kind(), to) : each).toList());
    }
    return new TemplateActivity(row.code(), row.name(), row.phase(), to, row.driver(), row.referenceQuantity(), row.unit(),
        row.scalingShare(), row.crews(), row.predecessors(), row.earliest(), row.outdoor(), row.rainSensitivity(),
        row.concealed(), row.calendar(), assumption, source, row.version());
  }
}
