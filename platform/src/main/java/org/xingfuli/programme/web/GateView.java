package org.xingfuli.programme.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.Decider;
import org.xingfuli.programme.flow.ReadGates;
import org.xingfuli.programme.flow.ReadGates.ConditionReading;
import org.xingfuli.programme.flow.ReadGates.ProjectGates;
import org.xingfuli.programme.model.ConditionState;

/**
 * How a project stands before its gates.
 *
 * @param estateId its main estate, to which photos and documents belong
 * @param moves what may be done with the project that no gate stands before
 */
record GateView(
    UUID projectId,
    UUID estateId,
    UUID programmeId,
    String code,
    String name,
    String streetName,
    ProjectStage stage,
    Words stageName,
    List<ProjectStage.Act> moves,
    List<GateRow> gates) {

  /**
   * One gate.
   *
   * @param due the day it has to be passed
   * @param next it is before the project now
   * @param missing required conditions that do not stand
   * @param overdue of those, how many should stand by today
   * @param passedByAnother the reader may not pass it alone, having waived of it or stated all that stands
   */
  record GateRow(
      String code, Words name, ProjectStage.@Nullable Act act, @Nullable LocalDate due, boolean next, int required,
      int missing, int overdue, @Nullable LocalDate passedOn, @Nullable String passedBy, int waived,
      boolean passedByAnother, List<ConditionRow> conditions) {}

  /**
   * One condition.
   *
   * @param responsible the organisation, or the kind where none is appointed
   * @param required asked for and not retired
   * @param acts what the reader may say of it
   * @param byLaw nobody waives it
   * @param dueDays days until it should stand; negative when that is past
   */
  record ConditionRow(
      String code, Words text, String source, boolean unconfirmed, Mover role, String responsible,
      boolean evidenceRequired, boolean required, int leadDays, @Nullable String fedBy, @Nullable LocalDate retiredOn, int version,
      ConditionState state, @Nullable LocalDate due, @Nullable Integer dueDays, @Nullable String reason,
      List<UUID> evidence, @Nullable LocalDate statedOn, @Nullable Instant statedAt, @Nullable String statedBy,
      @Nullable String via, List<ConditionState> acts, boolean byLaw) {}

  static GateView of(ProjectGates read, Names.Book names, LocalDate today, Decider decider) {
    var project = read.project();
    var guarded = read.gates().stream().map(gate -> gate.gate().act()).toList();
    return new GateView(project.id(), project.estates().getFirst().estateId(), project.programmeId(), project.code(), project.name(),
        names.area(project.street()), read.stage(), read.stage().label(),
        ProjectStage.GRAPH.legalActs(read.stage()).stream().filter(act -> !guarded.contains(act)).toList(),
        read.gates().stream().map(gate -> row(read, gate, names, today, decider)).toList());
  }

  private static GateRow row(ProjectGates read, ReadGates.Standing gate, Names.Book names, LocalDate today, Decider decider) {
    var passage = gate.passage();
    var conditions = gate.conditions().stream()
        .map(each -> condition(read, each, names, today, passage == null ? decider.acts(each) : List.of())).toList();
    return new GateRow(gate.gate().code(), gate.gate().name(), gate.gate().act(), gate.due(), gate.next(),
        (int) conditions.stream().filter(ConditionRow::required).count(), gate.missing(),
        passage != null ? 0 : (int) conditions.stream().filter(each -> each.required()
            && each.state() == ConditionState.OPEN && each.dueDays() != null && each.dueDays() < 0).count(),
        passage == null ? null : passage.on(), passage == null ? null : passage.byName(),
        (int) conditions.stream().filter(each -> each.state() == ConditionState.WAIVED).count(),
        passage == null && decider.needsAnother(gate), conditions);
  }

  private static ConditionRow condition(ProjectGates read, ConditionReading each, Names.Book names, LocalDate today,
      List<ConditionState> acts) {
    var condition = each.condition();
    var last = each.last();
    var due = each.due();
    return new ConditionRow(condition.code(), condition.text(), condition.source(), condition.unconfirmed(),
        condition.role(), names.owner(read.project(), condition.role()), condition.evidenceRequired(),
        condition.counts(), condition.leadDays(), condition.fedBy(), condition.retiredOn(), condition.version(),
        each.state(), due,
        due == null ? null : (int) (due.toEpochDay() - today.toEpochDay()), last == null ? null : last.reason(),
        last == null ? List.of() : last.evidence(), last == null ? null : last.on(), last == null ? null : last.at(),
        last == null ? null : last.byName(), last == null ? null : last.via(), acts, condition.byLaw());
  }
}
