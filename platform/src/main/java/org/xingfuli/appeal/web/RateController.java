package org.xingfuli.appeal.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.model.AppealRate;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.RateCount;
import org.xingfuli.appeal.model.RateStanding.Side;
import org.xingfuli.appeal.store.RateStore;
import org.xingfuli.appeal.store.RateStore.By;
import org.xingfuli.appeal.store.RateStore.Period;
import org.xingfuli.appeal.web.RateViews.RateCase;
import org.xingfuli.appeal.web.RateViews.RateCell;
import org.xingfuli.appeal.web.RateViews.RateRow;
import org.xingfuli.appeal.web.RateViews.RateView;
import org.xingfuli.appeal.web.RateViews.RatesView;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** The rates of appeals of a period, with the cases behind every figure; what the caller does not see is not counted. */
@RestController
@RequestMapping("/api/appeals")
class RateController {

  private static final int USUAL = 50;
  private static final int MOST_DAYS = 366;
  private static final int MOST_EXPORTED = 10_000;

  private final Transactions transactions;
  private final RateStore store;
  private final AppealViews views;
  private final CaseDesk desk;
  private final Organisations organisations;
  private final Estates estates;
  private final BusinessClock clock;

  RateController(Transactions transactions, RateStore store, AppealViews views, CaseDesk desk, Organisations organisations,
      Estates estates, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.views = views;
    this.desk = desk;
    this.organisations = organisations;
    this.estates = estates;
    this.clock = clock;
  }

  /** Which days are asked for: the running month when none are. */
  private record Days(LocalDate from, LocalDate to) {}

  private Days days(@Nullable LocalDate from, @Nullable LocalDate to) {
    var month = (from != null ? from : to != null ? to : clock.now().atZone(BusinessClock.ZONE).toLocalDate()).withDayOfMonth(1);
    var days = new Days(from == null ? month : from, to == null ? month.plusMonths(1).minusDays(1) : to);
    if (days.to().isBefore(days.from()) || ChronoUnit.DAYS.between(days.from(), days.to()) >= MOST_DAYS) {
      throw new Refused(Refusal.of("appeal.rate-period", Map.of("from", days.from(), "to", days.to(), "most", MOST_DAYS)));
    }
    return days;
  }

  private Period period(Days days, Map<By, String> keys) {
    return new Period(days.from().atStartOfDay(BusinessClock.ZONE).toInstant(),
        days.to().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant(), clock.now(), desk.units(), keys);
  }

  /**
   * The rates.
   *
   * @param from first day
   * @param to last day, itself within; at most a year later
   */
  @GetMapping("/rates")
  @Requires(Permission.APPEAL_READ)
  RatesView rates(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "STREET") By by) {
    var days = days(from, to);
    return transactions.picture(() -> {
      var rows = new TreeMap<String, Map<AppealRate, RateCount>>();
      for (var one : store.count(period(days, Map.of()), by)) {
        rows.computeIfAbsent(one.key(), key -> new EnumMap<>(AppealRate.class))
            .merge(one.rate(), RateCount.none().plus(one.standing(), one.cases()), RateCount::plus);
      }
      var total = new EnumMap<AppealRate, RateCount>(AppealRate.class);
      rows.values().forEach(row -> row.forEach((rate, count) -> total.merge(rate, count, RateCount::plus)));
      var names = names(by, rows.keySet().stream().filter(key -> !key.equals(RateStore.NONE)).toList());
      return new RatesView(days.from(), days.to(), by, Arrays.stream(AppealRate.values()).map(RateView::of).toList(), cells(total),
          rows.entrySet().stream().map(row -> new RateRow(row.getKey(), name(by, row.getKey(), names), cells(row.getValue())))
              .sorted(Comparator.comparing((RateRow row) -> row.key().equals(RateStore.NONE)).thenComparing(RateRow::key)).toList());
    });
  }

  private static List<RateCell> cells(Map<AppealRate, RateCount> counts) {
    return Arrays.stream(AppealRate.values()).map(rate -> RateCell.of(rate, counts.getOrDefault(rate, RateCount.none()))).toList();
  }

  private Map<String, Words> names(By by, List<String> keys) {
    return switch (by) {
      case STREET -> organisations.areaNames().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> same(e.getValue())));
      case UNIT -> organisations.all().stream().collect(Collectors.toMap(one -> one.id().toString(), one -> same(one.name())));
      case CLASS -> Map.of();
      case ESTATE -> estates.names(keys.stream().map(UUID::fromString).toList()).entrySet().stream()
          .collect(Collectors.toMap(e -> e.getKey().toString(), e -> same(e.getValue())));
    };
  }

  private static Words same(String name) {
    return new Words(name, name);
  }

  private static Words name(By by, String key, Map<String, Words> names) {
    if (key.equals(RateStore.NONE)) {
      return switch (by) {
        case STREET -> new Words("街道不明", "No street");
        case UNIT -> new Words("还没派发", "Not dispatched");
        case CLASS -> new Words("未归类", "Not classed");
        case ESTATE -> new Words("不在小区内", "Not in an estate");
      };
    }
    var named = by == By.CLASS ? Classes.words(key) : names.get(key);
    return named == null ? same(key) : named;
  }

  /** The table, what each rate counts, and why cases were left out. */
  @GetMapping("/rates.xlsx")
  @Requires(Permission.APPEAL_READ)
  ResponseEntity<byte[]> book(@RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(defaultValue = "STREET") By by) {
    var view = rates(from, to, by);
    return ListBook.answer("诉求办理三率 " + view.from() + "—" + view.to(), RateBooks.tables(view));
  }

  /** The cases behind a figure, a reopened one once for each round. */
  @GetMapping("/rates/cases")
  @Requires(Permission.APPEAL_READ)
  Page<RateCase> cases(@RequestParam AppealRate rate, @RequestParam(defaultValue = "DENOMINATOR") Side side,
      @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable String unit,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String estate, @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Cursor.limit(limit, USUAL);
    var days = days(from, to);
    var after = After.read(cursor);
    return transactions.picture(() -> {
      var period = period(days, keys(street, unit, classCode, estate));
      var found = store.cases(period, rate, side, after == null ? null : after.id(), after == null ? 0 : after.round(), most + 1);
      var page = found.size() > most ? found.subList(0, most) : found;
      var next = found.size() > most ? Cursor.after(page.getLast().appeal().id(), page.getLast().round()) : null;
      return new Page<>(rows(page), next, store.count(period, rate).on(side));
    });
  }

  /** The same as a workbook, without anything that names a complainant. */
  @GetMapping("/rates/cases.xlsx")
  @Requires(Permission.APPEAL_READ)
  ResponseEntity<byte[]> caseBook(@RequestParam AppealRate rate, @RequestParam(defaultValue = "DENOMINATOR") Side side,
      @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable String unit,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String estate) {
    var days = days(from, to);
    var rows = transactions.picture(() ->
        rows(store.cases(period(days, keys(street, unit, classCode, estate)), rate, side, null, 0, MOST_EXPORTED)));
    return ListBook.answer(rate.words().zh() + " " + side.words().zh() + " " + days.from() + "—" + days.to(), RateBooks.CASE_HEADS,
        rows.stream().map(RateBooks::cells).toList());
  }

  private List<RateCase> rows(List<RateStore.Case> cases) {
    var shown = views.rows(cases.stream().map(RateStore.Case::appeal).toList());
    var rows = new ArrayList<RateCase>();
    for (int at = 0; at < shown.size(); at++) {
      var one = cases.get(at);
      rows.add(new RateCase(shown.get(at), one.round(), one.standing(), one.standing().words()));
    }
    return rows;
  }

  private static Map<By, String> keys(@Nullable String street, @Nullable String unit, @Nullable String classCode,
      @Nullable String estate) {
    var keys = new HashMap<By, String>();
    put(keys, By.STREET, street);
    put(keys, By.UNIT, unit);
    put(keys, By.CLASS, classCode);
    put(keys, By.ESTATE, estate);
    return keys;
  }

  private static void put(Map<By, String> keys, By by, @Nullable String key) {
    if (key != null && !key.isEmpty()) {
      keys.put(by, key);
    }
  }

  /** Where a page of cases ended. */
  private record After(UUID id, int round) {

    static @Nullable After read(@Nullable String cursor) {
      var values = Cursor.read(cursor, 2);
      try {
        return values.isEmpty() ? null : new After(UUID.fromString(values.getFirst()), Integer.parseInt(values.getLast()));
      } catch (IllegalArgumentException madeUp) {
        var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", "…")));
        refused.initCause(madeUp);
        throw refused;
      }
    }
  }
}
