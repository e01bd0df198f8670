package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ReadForeignPlan.Read;

/**
 * Somebody's plan as read: what it holds, what ours it may be, and what of it did not survive.
 *
 * @param losses the first of them
 * @param lossCount how many there are
 */
record ForeignPlanView(
    String fileName,
    String format,
    String name,
    LocalDate start,
    List<TheirActivity> activities,
    List<TheirCrew> crews,
    List<TheirNode> nodes,
    List<TheirLoss> losses,
    int lossCount) {

  private static final int MOST_LOSSES = 300;

  /**
   * @param finish last day
   * @param match our activity it may be
   */
  record TheirActivity(
      String id, String name, List<String> groups, int days, @Nullable LocalDate start, @Nullable LocalDate finish,
      @Nullable Integer percent, @Nullable LocalDate actualStart, @Nullable LocalDate actualFinish, @Nullable UUID match) {}

  /** @param match code of our crew it may be */
  record TheirCrew(String code, String name, int most, @Nullable String match) {}

  /** A date of theirs to keep, and the activity that carries it. */
  record TheirNode(String name, String activity, LocalDate due) {}

  /** What did not come over, where, and in which words. */
  record TheirLoss(String kind, String place, Words words) {}

  static ForeignPlanView of(String fileName, Read read) {
    var programme = read.programme();
    var ends = programme.endsWork();
    // Actuals are shown beside each activity, to be taken.
    var losses = read.file().losses().stream().filter(loss -> loss.kind() != Loss.Kind.ACTUALS).toList();
    var activities = new ArrayList<TheirActivity>();
    for (int i = 0; i < programme.activities().size(); i++) {
      activities.add(of(programme.activities().get(i), ends[i], read.matches().get(i)));
    }
    return new ForeignPlanView(fileName, read.file().format().name(), programme.name(), programme.start(), activities,
        programme.crews().stream()
            .map(crew -> new TheirCrew(crew.code(), crew.name(), crew.most(), read.crews().get(crew.code()))).toList(),
        programme.dues().stream()
            .map(due -> new TheirNode(due.code(), programme.activities().get(due.activity()).label(), due.by())).toList(),
        losses.stream().limit(MOST_LOSSES)
            .map(loss -> new TheirLoss(loss.kind().name(), loss.place(), Words.of(loss.zh(), loss.en()))).toList(),
        losses.size());
  }

  private static TheirActivity of(Activity theirs, boolean ends, @Nullable UUID match) {
    var planned = theirs.planned();
    var actual = theirs.actual();
    var end = actual == null ? null : actual.end();
    return new TheirActivity(theirs.id(), theirs.name(), theirs.groups(), theirs.days(),
        planned == null ? null : Programme.firstDay(planned, ends), planned == null ? null : Programme.lastDay(planned, ends),
        actual == null ? null : end == null ? (Integer) actual.percent() : (Integer) 100,
        actual == null ? null : actual.start(), end == null ? null : end.minusDays(theirs.days() == 0 && !ends ? 0 : 1), match);
  }
}
