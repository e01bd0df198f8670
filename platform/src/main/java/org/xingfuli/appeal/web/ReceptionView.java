package org.xingfuli.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.OpeningHours.Hours;
import org.xingfuli.appeal.model.OpeningHours.On;
import org.xingfuli.appeal.model.PromiseState;
import org.xingfuli.appeal.model.WalkIn.Stands;
import org.xingfuli.appeal.model.WalkIn.Teller;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.appeal.web.ResidentView.NowView;
import org.xingfuli.appeal.web.ResidentView.OutageView;
import org.xingfuli.appeal.web.ResidentView.StepView;
import org.xingfuli.identity.Words;

/** What the table of a reception point and its keepers see. */
final class ReceptionView {

  private ReceptionView() {}

  /** Open on such days from one time to another. */
  record SpanView(On on, LocalTime opens, LocalTime closes) {}

  /**
   * A reception point today.
   *
   * @param hoursToday as people say it, holidays and make-up workdays told by name
   * @param open whether somebody should be there at this moment
   * @param onDuty who sits there now by the roster; null for nobody or outside hours
   * @param answerBy until when "today" is, said now
   */
  record PointView(UUID id, String name, String place, String phone, UUID estateId, String estateName, String area, String areaName,
      LocalDate activeFrom, @Nullable LocalDate activeTo, boolean active, List<SpanView> hours, List<Hours> today, Words hoursToday,
      boolean open, @Nullable String onDuty, @Nullable String deputy, @Nullable Instant answerBy, int version) {}

  /** One line of a roster. */
  record ShiftView(UUID id, LocalTime begins, LocalTime ends, String who, @Nullable String deputy) {}

  /**
   * A day of a roster.
   *
   * @param holiday what the calendar calls it
   * @param gaps parts of the opening hours with nobody on duty
   */
  record DutyDayView(LocalDate day, On on, Words onName, @Nullable String holiday, List<Hours> open, List<ShiftView> shifts,
      List<Hours> gaps) {}

  /** @param known names on the roster of the last weeks, to choose from */
  record RosterView(LocalDate from, LocalDate to, List<DutyDayView> days, List<String> known) {}

  record PromiseView(UUID id, UUID appealId, String number, String title, String said, Instant dueAt, Instant madeAt, String by,
      PromiseState state, Words stateName, @Nullable Instant endedAt, String words) {}

  /** One who came. */
  record WalkInView(AppealRow appeal, Instant cameAt, Teller teller, Stands stands, @Nullable Instant answerBy) {}

  /** How many of the day stand where. */
  record QueueCounts(int came, int answered, int toAnswer, int late, int onTheirWay) {}

  /** The day of a point: who came, and which promises stand. */
  record QueueView(LocalDate day, QueueCounts counts, List<WalkInView> walkIns, List<PromiseView> promises) {}

  /** A building of the estate, with what the number pad needs. */
  record PadBuilding(UUID id, String number, int stairwells) {}

  /** A class that gets a button of its own. */
  record PadClass(String code, Words name) {}

  /** What the form needs to know once. */
  record PadView(List<PadBuilding> buildings, List<PadClass> classes) {}

  /**
   * An open or lately answered appeal like the one at the table.
   *
   * @param joinable whether it may be handled together with this one
   * @param reply what was answered last
   */
  record SimilarView(UUID id, String number, String title, @Nullable String building, @Nullable Integer stairwell, AppealState state,
      Instant receivedAt, @Nullable String leadName, boolean joinable, boolean sameBuilding, @Nullable String reply) {}

  /** What can be said at once about a building; the plan is this year's frozen one. */
  record DeskView(@Nullable NowView now, List<StepView> steps, List<OutageView> outages, List<SimilarView> similar) {}

  /**
   * What is shown, printed or read aloud when it is registered.
   *
   * @param code opens it on the resident page together with the number
   * @param phoneLeft whether the telephone opens it as well
   * @param replyBy the end of the lawful limit
   */
  record WalkInReceipt(UUID id, String number, String code, String url, boolean phoneLeft, AppealState state, Words stateName,
      Instant cameAt, @Nullable Instant answerBy, @Nullable Instant replyBy, @Nullable PromiseView promise, boolean again) {}
}
