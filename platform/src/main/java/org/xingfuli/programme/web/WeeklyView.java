package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.State;
import org.xingfuli.programme.WeeklyState;
import org.xingfuli.programme.WeeklyStatement;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ReadWeek;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.WeeklyReport;

/** Weekly reports as they are asked for, made and read. */
final class WeeklyView {

  private WeeklyView() {}

  /** What this week asks of a project; {@code estateId} is its main estate, to which photos belong. */
  record Form(
      UUID projectId, UUID estateId, String code, String name, String streetName, LocalDate week, WeeklyState state, List<Line> lines,
      List<Made> reports) {

    static Form of(ReadWeek.Form read, Names.Book names) {
      var project = read.project();
      return new Form(project.id(), project.estates().getFirst().estateId(), project.code(), project.name(), names.area(project.street()), read.week(),
          read.state(), read.lines().stream().map(Line::of).toList(),
          read.reports().stream().map(report -> Made.of(report, project, names)).toList());
    }
  }

  /** An activity the week asks about; see {@link ReadWeek.Line}. */
  record Line(
      UUID activityId, String code, Words name, State state, int percent, int planned, boolean started,
      @Nullable LocalDate start, LocalDate plannedStart, LocalDate plannedFinish, LocalDate finish,
      Map<LossReason, Integer> lostByReason, @Nullable LocalDate lastOn) {

    static Line of(ReadWeek.Line line) {
      return new Line(line.activityId(), line.code(), line.name(), line.state(), line.percent(), line.planned(),
          line.started(), line.start(), line.plannedStart(), line.plannedFinish(), line.finish(), line.lostByReason(),
          line.lastOn());
    }
  }

  /**
   * A report that was received.
   *
   * @param responsible whom the problem needs, as far as one is appointed
   */
  record Made(
      UUID id, UUID projectId, String projectName, LocalDate week, LocalDate on, Instant at, String by, String note,
      String coordination, @Nullable Mover coordinationWith, @Nullable String responsible,
      @Nullable LocalDate settledOn, @Nullable String settledBy, @Nullable String settledHow, List<UUID> evidence,
      int daysLost) {

    static Made of(WeeklyReport report, Project project, Names.Book names) {
      var with = report.coordinationWith();
      return new Made(report.id(), project.id(), project.name(), report.week(), report.on(), report.at(),
          report.reporterName(), report.note(), report.coordination(), with,
          with == null ? null : names.owner(project, with), report.settledOn(), report.settledBy(),
          report.settledHow(), report.evidence(), report.daysLost());
    }
  }

  /** A project's row in the list of a week. */
  record Row(
      UUID projectId, String code, String name, String street, String streetName, @Nullable String deliveryAgent,
      WeeklyState state, int reports, @Nullable Instant at, @Nullable String by, int daysLost, int photos,
      String note, String coordination) {}

  /**
   * A programme's week: who has reported, who has not, and what still needs others.
   *
   * @param due projects of which something was under way or due
   */
  record Overview(
      LocalDate week, LocalDate until, boolean running, int due, int reported, List<Row> rows, List<Made> unsettled) {}

  /**
   * A week to be reported.
   *
   * @param week a day of the week it is for, the running one or the one before; the running one when absent
   */
  record Body(
      @Nullable LocalDate week, @NotNull @Size(max = 80) List<@Valid LineBody> lines, @Nullable @Size(max = 500) String note,
      @Nullable @Size(max = 500) String coordination, @Nullable Mover coordinationWith,
      @Nullable @Size(max = 20) List<@NotNull UUID> evidence) {

    WeeklyStatement of(UUID projectId) {
      return new WeeklyStatement(projectId, week, lines.stream().map(LineBody::said).toList(), note == null ? "" : note,
          coordination == null ? "" : coordination, coordinationWith, evidence == null ? List.of() : evidence);
    }
  }

  /** How one activity stands. */
  record LineBody(
      @NotNull UUID activityId, @NotNull Integer percent, @Nullable Integer daysLost, @Nullable LossReason reason,
      @Nullable @Size(max = 500) String note, @Nullable LocalDate actualStart, @Nullable LocalDate actualFinish) {

    ProgressStatement said() {
      return new ProgressStatement(activityId, percent, daysLost == null ? 0 : daysLost, reason,
          note == null ? "" : note, actualStart, actualFinish);
    }
  }

  /** How a problem was settled. */
  record Settlement(@NotBlank @Size(max = 500) String how) {}
}
