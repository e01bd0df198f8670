package org.xingfuli.appeal.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.store.ResidentStore.PlaceCode;
import org.xingfuli.appeal.web.ResidentView.ClassChoice;
import org.xingfuli.appeal.web.ResidentView.NowView;
import org.xingfuli.appeal.web.ResidentView.OutageView;
import org.xingfuli.appeal.web.ResidentView.PlaceView;
import org.xingfuli.appeal.web.ResidentView.ReceptionView;
import org.xingfuli.appeal.web.ResidentView.StepState;
import org.xingfuli.appeal.web.ResidentView.StepView;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Retentions;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.PlannedWorks;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.State;
import org.xingfuli.programme.WorkCalendars;
import org.xingfuli.utilities.Outage;
import org.xingfuli.utilities.Utilities;
import org.xingfuli.wire.Problems;

/** Makes what the page of a stairwell tells, with the eyes of the system and for one building only. */
@Component
class PlaceViews {

  private static final int WEEK = 7;
  private static final int COMMUNITY = 9;
  private static final double DAYS_A_MONTH = 365 / 12.0;

  /** Offered in this order. */
  static final List<String> OFFERED = List.of("PARKING", "CHARGING", "PIPES", "LEAK", "NOISE", "WORKS_QUALITY", "OTHER");

  /** A part of the way from the first hoarding to the keys: the activities whose codes begin like this. */
  private record Part(Words name, List<String> codes) {

    boolean has(PlannedWork work) {
      return codes.stream().anyMatch(work.code()::startsWith);
    }
  }

  private static final List<Part> WAY = List.of(
      new Part(new Words("进场", "Start"), List.of("C")),
      new Part(new Words("拆违", "Clearing"), List.of("D")),
      new Part(new Words("屋顶", "Roof"), List.of("R")),
      new Part(new Words("墙和管", "Walls, pipes"), List.of("F", "U")),
      // What is settled with the owners and audited after the keys (H, Q06) is no work before their doors.
      new Part(new Words("完工", "Finish"), List.of("E", "Q01", "Q02", "Q03", "Q04", "Q05")));

  private final Transactions transactions;
  private final Estates estates;
  private final Organisations organisations;
  private final Programmes programmes;
  private final PlannedWorks works;
  private final Utilities utilities;
  private final Retentions retentions;
  private final ReceptionStore receptions;
  private final WorkCalendars calendars;
  private final BusinessClock clock;

  PlaceViews(Transactions transactions, Estates estates, Organisations organisations, Programmes programmes, PlannedWorks works,
      Utilities utilities, Retentions retentions, ReceptionStore receptions, WorkCalendars calendars, BusinessClock clock) {
    this.transactions = transactions;
    this.estates = estates;
    this.organisations = organisations;
    this.programmes = programmes;
    this.works = works;
    this.utilities = utilities;
    this.retentions = retentions;
    this.receptions = receptions;
    this.calendars = calendars;
    this.clock = clock;
  }

  PlaceView place(PlaceCode place) {
    int kept = retentions.days("RETAIN_COMPLAINANT");
    return transactions.as(SystemScope.of("appeal.resident-page"), () -> {
      var estate = estates.find(place.estate()).orElseThrow(Problems::absent);
      var building = estates.building(place.buildingId()).orElseThrow(Problems::absent);
      var areas = organisations.areaNames();
      var planned = works(estate);
      return new PlaceView(place.code(), clock.today(), estate.name(), building.number(),
          IntStream.rangeClosed(1, building.stairwells()).mapToObj(Integer::toString).toList(), building.households(),
          areas.getOrDefault(estate.area().substring(0, COMMUNITY), ""), now(planned, clock.today()), outages(building.id()), steps(planned),
          reception(estate),
          OFFERED.stream().flatMap(code -> Stream.ofNullable(Classes.words(code)).map(name -> new ClassChoice(code, name.zh(), name.en())))
              .toList(), (int) Math.round(kept / DAYS_A_MONTH));
    });
  }

  /** What anybody at the stairwell may know of the works and outages of a building; told at a table as on the page. */
  record Sayable(@Nullable NowView now, List<StepView> steps, List<OutageView> outages) {}

  Sayable sayable(UUID estate, @Nullable UUID building) {
    return transactions.as(SystemScope.of("appeal.resident-page"), () -> {
      var planned = works(estates.find(estate).orElseThrow(Problems::absent));
      return new Sayable(now(planned, clock.today()), steps(planned), building == null ? List.of() : outages(building));
    });
  }

  /** Works on the site of the estate in this year's frozen plan. */
  private List<PlannedWork> works(Estate estate) {
    var current = programmes.current().orElse(null);
    return programmes.holding(List.of(estate.id())).keySet().stream().filter(project -> programmes.programmeOf(project).equals(current))
        .flatMap(project -> works.ofProject(project, clock.today()).stream()).filter(work -> WAY.stream().anyMatch(part -> part.has(work)))
        .toList();
  }

  /** What was begun last and goes on. */
  static @Nullable NowView now(List<PlannedWork> planned, LocalDate today) {
    return planned.stream().filter(PlannedWork::running).max(Comparator.comparing(work -> Objects.requireNonNull(work.begun())))
        .map(work -> new NowView(new Words(work.name().zh(), work.name().en()),
            work.finish().isBefore(today) ? State.LATE : State.ON_TIME, Objects.requireNonNull(work.begun()), work.finish()))
        .orElse(null);
  }

  static List<StepView> steps(List<PlannedWork> planned) {
    return WAY.stream().flatMap(part -> {
      var its = planned.stream().filter(part::has).toList();
      return its.stream().map(work -> work.ended() == null ? work.finish() : work.ended()).max(Comparator.naturalOrder())
          .map(last -> new StepView(part.name(), last, state(its))).stream();
    }).toList();
  }

  private static StepState state(List<PlannedWork> its) {
    if (its.stream().allMatch(work -> work.ended() != null)) {
      return StepState.DONE;
    }
    return its.stream().allMatch(work -> work.begun() == null) ? StepState.NEXT : StepState.NOW;
  }

  /** Agreed outages of the building within the next days, one for each service and day. */
  private List<OutageView> outages(UUID building) {
    var today = clock.today();
    var last = today.plusDays(WEEK - 1);
    return utilities.outages(building, today, last).stream().flatMap(outage -> days(outage, today, last).flatMap(day ->
        outage.services().stream().map(service -> new OutageView(day, service, outage.begins(), outage.ends()))))
        .sorted(Comparator.comparing(OutageView::day).thenComparing(OutageView::from)).toList();
  }

  private static Stream<LocalDate> days(Outage outage, LocalDate today, LocalDate last) {
    return today.datesUntil(last.plusDays(1)).filter(day -> !day.isBefore(outage.from()) && !day.isAfter(outage.to()));
  }

  /** Whom to call about the estate: the reception point that serves it now, otherwise its community or its street. */
  List<ReceptionView> reception(Estate estate) {
    var now = clock.now().atZone(BusinessClock.ZONE);
    var points = receptions.ofEstate(estate.id()).stream().filter(point -> point.activeOn(now.toLocalDate()))
        .map(point -> new ReceptionView(point.name(), point.phone(), point.place(),
            HoursWords.today(point.hours(), now, calendars.current()))).toList();
    return points.isEmpty() ? Stream.of(estate.area(), estate.area().substring(0, COMMUNITY))
        .flatMap(area -> organisations.byArea(area).stream())
        .flatMap(one -> Stream.ofNullable(one.phone()).map(phone -> new ReceptionView(one.name(), phone, null, null))).limit(1).toList()
        : points;
  }
}
