package org.xingfuli.appeal.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.AppealClocks;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.flow.WalkInDesk;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.OpeningHours;
import org.xingfuli.appeal.model.Promise;
import org.xingfuli.appeal.model.ReceptionPoint;
import org.xingfuli.appeal.model.Shift;
import org.xingfuli.appeal.model.WalkIn;
import org.xingfuli.appeal.model.WalkIn.Stands;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.appeal.store.PromiseStore;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.appeal.store.WalkInStore;
import org.xingfuli.appeal.web.ReceptionView.DeskView;
import org.xingfuli.appeal.web.ReceptionView.DutyDayView;
import org.xingfuli.appeal.web.ReceptionView.PointView;
import org.xingfuli.appeal.web.ReceptionView.PromiseView;
import org.xingfuli.appeal.web.ReceptionView.QueueCounts;
import org.xingfuli.appeal.web.ReceptionView.QueueView;
import org.xingfuli.appeal.web.ReceptionView.RosterView;
import org.xingfuli.appeal.web.ReceptionView.ShiftView;
import org.xingfuli.appeal.web.ReceptionView.SimilarView;
import org.xingfuli.appeal.web.ReceptionView.SpanView;
import org.xingfuli.appeal.web.ReceptionView.WalkInReceipt;
import org.xingfuli.appeal.web.ReceptionView.WalkInView;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.PublicAddress;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;

/** Makes what the table of a reception point and its keepers see; joins the running transaction. */
@Component
class ReceptionViews {

  private static final int MONTH = 30;
  private static final int MOST_LOOKED = 200;
  private static final int MOST_SIMILAR = 4;

  /** What a walk-in may be handled together with. */
  private static final Set<AppealState> JOINABLE = EnumSet.of(AppealState.RECEIVED, AppealState.ACCEPTED, AppealState.DISPATCHED,
      AppealState.HANDLING, AppealState.PAUSED, AppealState.REOPENED);

  private final ReceptionStore points;
  private final WalkInStore walkIns;
  private final PromiseStore promises;
  private final AppealStore appeals;
  private final InboxStore inbox;
  private final ReplyStore replies;
  private final ComplainantStore complainants;
  private final AppealClocks clocks;
  private final AppealViews views;
  private final CaseDesk desk;
  private final WalkInDesk table;
  private final Estates estates;
  private final Organisations organisations;
  private final WorkCalendars calendars;
  private final PublicAddress address;
  private final BusinessClock clock;

  ReceptionViews(ReceptionStore points, WalkInStore walkIns, PromiseStore promises, AppealStore appeals, InboxStore inbox,
      ReplyStore replies, ComplainantStore complainants, AppealClocks clocks, AppealViews views, CaseDesk desk,
      WalkInDesk table, Estates estates, Organisations organisations, WorkCalendars calendars, PublicAddress address, BusinessClock clock) {
    this.points = points;
    this.walkIns = walkIns;
    this.promises = promises;
    this.appeals = appeals;
    this.inbox = inbox;
    this.replies = replies;
    this.complainants = complainants;
    this.clocks = clocks;
    this.views = views;
    this.desk = desk;
    this.table = table;
    this.estates = estates;
    this.organisations = organisations;
    this.calendars = calendars;
    this.address = address;
    this.clock = clock;
  }

  List<PointView> points(Collection<ReceptionPoint> found) {
    var names = estates.names(found.stream().map(ReceptionPoint::estate).distinct().toList());
    var areas = organisations.areaNames();
    var now = clock.now();
    var at = now.atZone(BusinessClock.ZONE);
    return found.stream().map(point -> {
      var today = point.hours().on(at.toLocalDate(), calendars.current());
      boolean active = point.activeOn(at.toLocalDate());
      var shift = points.shifts(point.id(), at.toLocalDate(), at.toLocalDate()).stream()
          .filter(one -> within(one.hours(), at.toLocalTime())).findFirst().orElse(null);
      return new PointView(point.id(), point.name(), point.place(), point.phone(), point.estate(),
          names.getOrDefault(point.estate(), ""), point.area(), areas.getOrDefault(point.area(), point.area()), point.activeFrom(),
          point.activeTo(), active, point.hours().spans().stream().map(span -> new SpanView(span.on(), span.opens(), span.closes())).toList(),
          today, HoursWords.today(point.hours(), at, calendars.current()),
          active && today.stream().anyMatch(hours -> within(hours, at.toLocalTime())), shift == null ? null : shift.who(),
          shift == null ? null : shift.deputy(), table.answerBy(point, now).orElse(null), point.version());
    }).toList();
  }

  private static boolean within(OpeningHours.Hours hours, LocalTime time) {
    return !time.isBefore(hours.from()) && time.isBefore(hours.to());
  }

  RosterView roster(ReceptionPoint point, LocalDate from, LocalDate to) {
    var calendar = calendars.current();
    var shifts = points.shifts(point.id(), from, to);
    var days = from.datesUntil(to.plusDays(1)).map(day -> {
      var its = shifts.stream().filter(shift -> shift.day().equals(day)).toList();
      var on = OpeningHours.On.of(day, calendar);
      var open = point.activeOn(day) ? point.hours().on(day, calendar) : List.<OpeningHours.Hours>of();
      return new DutyDayView(day, on, on.words(), calendar.nameOf(day).orElse(null), open, its.stream().map(ReceptionViews::shift).toList(),
          OpeningHours.gaps(open, its.stream().map(Shift::hours).toList()));
    }).toList();
    var known = points.shifts(point.id(), from.minusDays(MONTH), to.plusDays(MONTH)).stream()
        .flatMap(shift -> Stream.of(shift.who(), shift.deputy())).filter(Objects::nonNull).distinct().sorted().toList();
    return new RosterView(from, to, days, known);
  }

  private static ShiftView shift(Shift shift) {
    return new ShiftView(shift.id(), shift.begins(), shift.ends(), shift.who(), shift.deputy());
  }

  QueueView queue(ReceptionPoint point, LocalDate day) {
    var from = start(day);
    var to = start(day.plusDays(1));
    var now = clock.now();
    var came = walkIns.queue(point.id(), from, to);
    var rows = views.rows(appeals.list(came.stream().map(WalkIn::appeal).toList())).stream()
        .collect(Collectors.toMap(AppealView.AppealRow::id, row -> row));
    var shown = came.stream().flatMap(one -> Stream.ofNullable(rows.get(one.appeal())).map(row -> new WalkInView(row, one.cameAt(),
        one.teller(), one.stands(row.state(), now), one.answerBy()))).toList();
    return new QueueView(day, counts(shown), shown, promises(promises.ofPoint(point.id(), from, to)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(BusinessClock.ZONE).toInstant();
  }

  private static QueueCounts counts(List<WalkInView> shown) {
    return new QueueCounts(shown.size(), many(shown, Stands.ANSWERED) + many(shown, Stands.ANSWERED_AT_ONCE),
        many(shown, Stands.TO_ANSWER), many(shown, Stands.LATE), many(shown, Stands.ON_ITS_WAY) + many(shown, Stands.JOINED));
  }

  private static int many(List<WalkInView> shown, Stands stands) {
    return (int) shown.stream().filter(one -> one.stands() == stands).count();
  }

  List<PromiseView> register(ReceptionPoint point) {
    var now = clock.now();
    return promises(promises.ofPoint(point.id(), now.minus(Duration.ofDays(3 * MONTH)), now.plus(Duration.ofDays(4 * MONTH))));
  }

  List<PromiseView> promises(List<Promise> found) {
    Map<UUID, Appeal> its = appeals.list(found.stream().map(Promise::appeal).distinct().toList()).stream()
        .collect(Collectors.toMap(Appeal::id, one -> one));
    return found.stream().flatMap(one -> Stream.ofNullable(its.get(one.appeal())).map(appeal -> new PromiseView(one.id(), one.appeal(),
        appeal.number(), appeal.title(), one.said(), one.dueAt(), one.madeAt(), one.madeTitle(), one.state(), one.state().words(),
        one.endedAt(), one.words()))).toList();
  }

  DeskView desk(ReceptionPoint point, PlaceViews.Sayable said, @Nullable UUID building, @Nullable String classCode) {
    return new DeskView(said.now(), said.steps(), said.outages(), classCode == null ? List.of() : similar(point, building, classCode));
  }

  /** The same building first, then the rest of the estate; open ones before answered ones. */
  private List<SimilarView> similar(ReceptionPoint point, @Nullable UUID building, String classCode) {
    var filter = new InboxStore.Filter(null, null, point.estate(), null, null, classCode, null, desk.units(), null, null, null, null,
        false, null, clock.now().minus(Duration.ofDays(MONTH)), null);
    var found = new ArrayList<>(views.rows(inbox.latest(filter, null, MOST_LOOKED).stream()
        .filter(one -> !one.confidential() && one.state() != AppealState.MERGED).toList()));
    found.sort(Comparator.comparing((AppealView.AppealRow row) -> !Objects.equals(building, row.buildingId()))
        .thenComparing(row -> !row.state().open()));
    return found.stream().limit(MOST_SIMILAR).map(row -> new SimilarView(row.id(), row.number(), row.title(), row.building(),
        row.stairwell(), row.state(), row.receivedAt(), row.leadName(), JOINABLE.contains(row.state()),
        Objects.equals(building, row.buildingId()), replies.of(row.id()).stream().reduce((_, last) -> last).map(ReplyStore.Reply::words)
            .orElse(null))).toList();
  }

  WalkInReceipt receipt(WalkInDesk.Receipt receipt) {
    var appeal = receipt.appeal();
    var replyBy = clocks.of(appeal.id()).stream().filter(one -> one.step() == Step.REPLY).map(one -> one.deadline().dueAt()).findFirst()
        .orElse(null);
    return new WalkInReceipt(appeal.id(), appeal.number(), receipt.code(), address.base() + "/h5/", complainants.find(appeal.id())
        .filter(who -> who.phone() != null).isPresent(), appeal.state(), appeal.state().words(), receipt.walkIn().cameAt(),
        receipt.walkIn().answerBy(), appeal.state().open() ? replyBy : null,
        promises(promises.standing(List.of(appeal.id()))).stream().findFirst().orElse(null), receipt.again());
  }
}
