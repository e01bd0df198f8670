package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.flow.EditReception;
import org.xingfuli.appeal.flow.Promises;
import org.xingfuli.appeal.flow.WalkInDesk;
import org.xingfuli.appeal.model.OpeningHours;
import org.xingfuli.appeal.model.OpeningHours.On;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Shift;
import org.xingfuli.appeal.model.WalkIn.Teller;
import org.xingfuli.kernel.UuidV7;

/** What people send from and about reception points. */
final class ReceptionBodies {

  private ReceptionBodies() {}

  record SpanBody(@NotNull On on, @NotNull LocalTime opens, @NotNull LocalTime closes) {}

  /** A point that is opened at an estate. */
  record PointBodyNew(@NotNull UUID estateId, @NotBlank String name, @NotBlank String place, @NotBlank String phone,
      @NotNull LocalDate activeFrom, @Nullable LocalDate activeTo, @NotNull List<@Valid SpanBody> hours) {

    EditReception.Wanted wanted() {
      return ReceptionBodies.wanted(name, place, phone, activeFrom, activeTo, hours);
    }
  }

  /** @param version that was seen */
  record PointBody(@NotBlank String name, @NotBlank String place, @NotBlank String phone, @NotNull LocalDate activeFrom,
      @Nullable LocalDate activeTo, @NotNull List<@Valid SpanBody> hours, int version) {

    EditReception.Wanted wanted() {
      return ReceptionBodies.wanted(name, place, phone, activeFrom, activeTo, hours);
    }
  }

  private static EditReception.Wanted wanted(String name, String place, String phone, LocalDate from, @Nullable LocalDate to,
      List<SpanBody> hours) {
    return new EditReception.Wanted(name, place, phone, from, to,
        hours.stream().map(span -> new OpeningHours.Span(span.on(), span.opens(), span.closes())).toList());
  }

  record ShiftBody(@NotNull LocalDate day, @NotNull LocalTime begins, @NotNull LocalTime ends, @NotNull String who,
      @Nullable String deputy) {

    Shift shift() {
      var instead = AppealBodies.blank(deputy);
      return new Shift(UuidV7.create(), day, begins, ends, who.strip(), instead);
    }
  }

  /** The roster of these days, as it shall be. */
  record RosterBody(@NotNull LocalDate from, @NotNull LocalDate to, @NotNull @Size(max = 500) List<@Valid ShiftBody> shifts) {}

  /** A time said aloud. */
  record PromiseBody(@NotBlank String said, @NotNull Instant dueAt) {

    Promises.Said promise() {
      return new Promises.Said(said, dueAt);
    }
  }

  /** @param satisfied the complainant's word; absent when somebody else shall call back */
  record TableAnswerBody(@NotBlank String words, @Nullable Outcome outcome, @Nullable Boolean satisfied) {

    WalkInDesk.Answer answer() {
      return new WalkInDesk.Answer(words, outcome == null ? Outcome.EXPLAINED : outcome, satisfied);
    }
  }

  /**
   * What somebody came with. There is no place for an identity number.
   *
   * @param today whether an answer was said to come before the door shuts
   * @param joins an open appeal about the same matter
   */
  record WalkInBody(@NotNull Teller teller, @Nullable AppealKind kind, @Nullable String title, @NotBlank String words,
      @Nullable String classCode, @NotNull UUID buildingId, @Nullable @Positive Integer stairwell, @Nullable String name,
      @Nullable String phone, @Nullable String door, @Nullable Boolean confidential, @Nullable List<UUID> evidence, boolean today,
      @Nullable @Valid PromiseBody promise, @Nullable UUID joins, @Nullable @Valid TableAnswerBody answer) {

    WalkInDesk.Brought brought() {
      return new WalkInDesk.Brought(teller, kind == null ? AppealKind.HELP : kind, AppealBodies.blank(title), words,
          AppealBodies.blank(classCode), buildingId, stairwell, AppealBodies.blank(name), AppealBodies.blank(phone),
          AppealBodies.blank(door), Boolean.TRUE.equals(confidential), evidence == null ? List.of() : evidence, today,
          promise == null ? null : promise.promise(), joins, answer == null ? null : answer.answer());
    }
  }

  record PromiseKeptBody(@Nullable @Size(max = 2000) String words) {}

  record PromiseMovedBody(@NotNull Instant dueAt, @NotBlank String reason) {}
}
