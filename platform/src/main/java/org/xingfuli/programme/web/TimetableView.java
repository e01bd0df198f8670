package org.xingfuli.programme.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.DayType;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.WindowOverrun;

/** Everything the timetable draws, as far as the caller sees it; dates are first and last days. */
record TimetableView(
    UUID programmeId,
    @Nullable UUID planId,
    @Nullable Integer planVersion,
    Plan.@Nullable State planState,
    @Nullable LocalDate dataDate,
    LocalDate horizonStart,
    LocalDate horizonEnd,
    Basis basis,
    List<NodeRow> nodes,
    List<CrewPool> crews,
    List<ProjectBar> projects,
    List<ActivityBar> activities,
    List<BarLink> links,
    List<DayMark> calendar,
    PlumRain plumRain) {

  /** Whether the bars are the forecast against the frozen plan, or a plan's own dates. */
  enum Basis { FORECAST, PLAN }

  /**
   * A crew with the capacity of each of its pools from which day on.
   *
   * @param adopted crews more or fewer that the plan shown has adopted from drafts
   */
  record CrewPool(
      String code, Words name, Crew.SharedWithin sharedWithin, List<Crew.Change> capacity, List<CrewChange> adopted) {}

  /**
   * So many crews more, or fewer, on these days.
   *
   * @param pool the street, estate or project that shares them; absent for every pool of the crew
   */
  record CrewChange(@Nullable String pool, LocalDate from, LocalDate until, int by) {}

  /**
   * A project with its worst state and least float over its nodes.
   *
   * @param finish absent when the plan shown does not hold the project: it came into the programme later
   */
  record ProjectBar(
      UUID id, String code, String name, String street, String streetName, int buildings, int households,
      @Nullable LocalDate finish, @JsonProperty("float") int floatDays, State state) {}

  /**
   * An activity; without dates of a frozen plan when there is none or it does not hold the project.
   *
   * @param overrun that it ends after the window the utilities agreed to; never once it is done
   */
  record ActivityBar(
      UUID id,
      UUID projectId,
      String code,
      Words name,
      String phase,
      LocalDate start,
      LocalDate finish,
      @Nullable LocalDate baselineStart,
      @Nullable LocalDate baselineFinish,
      LocalDate latestStart,
      @JsonProperty("float") int floatDays,
      boolean critical,
      int percent,
      State state,
      boolean started,
      List<CrewNeed> crews,
      @Nullable String nodeCode,
      @Nullable WindowOverrun overrun) {}

  record BarLink(UUID from, UUID to, Relation.Kind kind, int lag) {}

  /** A day that is neither a plain workday nor a plain weekend. */
  record DayMark(LocalDate date, DayType type, String name) {}

  /** The plum rain as expected of the year. */
  record PlumRain(LocalDate from, LocalDate to, boolean unconfirmed) {}
}
