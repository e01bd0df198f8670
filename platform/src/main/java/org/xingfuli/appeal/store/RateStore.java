package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealRate;
import org.xingfuli.appeal.model.RateCount;
import org.xingfuli.appeal.model.RateStanding;
import org.xingfuli.appeal.model.RateStanding.Side;

/**
 * Counts the rates of appeals, one statement for each call, within the caller's scope. What was answered or closed stands in
 * {@code appeal.rated}, which the database keeps with the acts.
 */
@Component
public class RateStore {

  /** What the rows of a table of rates are. */
  public enum By {
    STREET("left(a.area, 9)"), UNIT("a.lead_id::text"), CLASS("a.class_code"), ESTATE("a.estate_id::text");

    private final String key;

    By(String key) {
      this.key = key;
    }
  }

  /** The key of what has no street, unit, class or estate. */
  public static final String NONE = "NONE";

  /**
   * Which cases are looked at.
   *
   * @param from of the period, itself within
   * @param to of the period, itself without
   * @param now what is due before is late
   * @param units only those these organisations lead or support; null for all
   * @param keys only those of this street, unit, class, estate
   */
  public record Period(Instant from, Instant to, Instant now, @Nullable Collection<UUID> units, Map<By, String> keys) {}

  /** One group of a rate and how many of it stand how. */
  public record Counted(AppealRate rate, String key, RateStanding standing, long cases) {}

  /** A case as it stands in a rate; a reopened one once for each of its rounds. */
  public record Case(Appeal appeal, int round, RateStanding standing) {}

  /** Replies that are due in the period and not given yet: how they stand changes with the hour, so they are counted from their clocks. */
  private static final String RUNNING = """
      select 'ON_TIME' as rate, case when c.paused_at is not null then 'PAUSED' when c.due_at < :now then 'MISSED' else 'NOT_DUE' end
          as standing, a.area, a.estate_id, a.lead_id, a.class_code, a.id, c.round
      from appeal.clock c join appeal.appeal a on a.id = c.appeal_id
      where c.step = 'REPLY' and c.stopped_at is null and c.due_at >= :from and c.due_at < :to and\s""";

  private final JdbcClient jdbc;

  RateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All rates of a period, by what the rows are to be: each date is gone through once for all rates that are counted by it.
   *
   * @param period of all streets, units, classes and estates
   */
  public List<Counted> count(Period period, By by) {
    if (!period.keys().isEmpty()) {
      throw new IllegalArgumentException("counted are all keys, not only " + period.keys());
    }
    var kept = Arrays.stream(Basis.values()).map(Basis::counts).collect(Collectors.joining(" union all "));
    var running = "select rate, standing, coalesce(" + by.key + ", '" + NONE + "') as key, count(*) from (" + RUNNING + where(period)
        + ") a group by 1, 2, 3";
    return within("select rate, standing, key, sum(cases)::bigint as cases from (" + kept + " union all " + running
        + ") counted group by 1, 2, 3 order by 1, 3, 2", period).param("by", by.name())
        .query((row, n) -> new Counted(AppealRate.valueOf(row.getString("rate")), row.getString("key"),
            RateStanding.valueOf(row.getString("standing")), row.getLong("cases"))).list();
  }

  /** The cases of one side of a rate, the latest first; after the given case and round, if they are given. */
  public List<Case> cases(Period period, AppealRate rate, Side side, @Nullable UUID after, int afterRound, int limit) {
    return within("select a.*, f.round as round_counted, f.standing from (select a.id, a.round, a.standing from (" + facts(period, rate)
        + ") a where a.standing = any(:standings) and (cast(:after as uuid) is null or (a.id, a.round) < (cast(:after as uuid), :afterRound))"
        + " order by a.id desc, a.round desc limit :limit) f join appeal.appeal a on a.id = f.id order by a.id desc, f.round desc", period)
        .param("standings", standings(side)).param("after", after).param("afterRound", afterRound).param("limit", limit)
        .query((row, n) -> new Case(AppealStore.row(row, n), row.getInt("round_counted"),
            RateStanding.valueOf(row.getString("standing")))).list();
  }

  /** How many there are on each side of a rate. */
  public RateCount count(Period period, AppealRate rate) {
    return within("select a.standing, count(*) as cases from (" + facts(period, rate) + ") a group by 1", period)
        .query((row, n) -> Map.entry(RateStanding.valueOf(row.getString("standing")), row.getLong("cases"))).list().stream()
        .reduce(RateCount.none(), (sum, one) -> sum.plus(one.getKey(), one.getValue()), RateCount::plus);
  }

  /** The day by which a rate counts, as {@code appeal.rated} keeps it. */
  private enum Basis {
    DUE("due_at", AppealRate.ON_TIME), SIGNED("signed_at", AppealRate.RESOLVED, AppealRate.SATISFIED),
    CLOSED("closed_at", AppealRate.FIRST_CONTACT, AppealRate.REOPENED);

    private final String day;
    private final List<AppealRate> rates;

    Basis(String day, AppealRate... rates) {
      this.day = day;
      this.rates = List.of(rates);
    }

    static Basis of(AppealRate rate) {
      return Arrays.stream(values()).filter(one -> one.rates.contains(rate)).findFirst().orElseThrow();
    }

    static String column(AppealRate rate) {
      return rate.name().toLowerCase(Locale.ROOT);
    }

    private String columns() {
      return rates.stream().map(Basis::column).collect(Collectors.joining(", "));
    }

    /** The rows of a period that fulfil the condition on {@code a}. */
    String rows(String where) {
      return """
          select a.area, a.estate_id, a.lead_id, a.class_code, a.id, a.round, %1$s
          from (select appeal_id as id, * from appeal.rated where %2$s >= :from and %2$s < :to) a where %3$s
          """.formatted(columns(), day, where);
    }

    /** Rate, standing, key and cases of all rows of a period. */
    String counts() {
      var standings = List.of("first", "second");
      return "select w.rate, w.standing, f.key, f.cases from appeal.rates('" + name() + "', :by, :from, :to, cast(:units as uuid[])) f"
          + " cross join lateral (values " + rates.stream().map(rate -> "('" + rate + "', f." + standings.get(rates.indexOf(rate)) + ")")
              .collect(Collectors.joining(", ")) + ") w (rate, standing)";
    }
  }

  private static String facts(Period period, AppealRate rate) {
    var basis = Basis.of(rate);
    var kept = "select f.id, f.round, f." + Basis.column(rate) + " as standing from (" + basis.rows(where(period)) + ") f";
    return basis == Basis.DUE ? kept + " union all select f.id, f.round, f.standing from (" + RUNNING + where(period) + ") f" : kept;
  }

  private static String[] standings(Side side) {
    return Arrays.stream(RateStanding.values()).filter(one -> one.on(side)).map(Enum::name).toArray(String[]::new);
  }

  private static String where(Period period) {
    var where = new StringBuilder(Fields.OF_UNITS);
    period.keys().keySet().stream().sorted()
        .forEach(by -> where.append(" and coalesce(").append(by.key).append(", 'NONE') = :key").append(by.name()));
    return where.toString();
  }

  private JdbcClient.StatementSpec within(String sql, Period period) {
    var values = new HashMap<String, Object>();
    period.keys().forEach((by, key) -> values.put("key" + by.name(), key));
    var units = period.units();
    return jdbc.sql(sql).param("from", Fields.utc(period.from())).param("to", Fields.utc(period.to()))
        .param("now", Fields.utc(period.now())).param("units", units == null ? null : units.toArray(UUID[]::new)).params(values);
  }
}
