package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealRate;
import org.xingfuli.appeal.model.RateCount;
import org.xingfuli.appeal.model.RateStanding;
import org.xingfuli.appeal.model.RateStanding.Side;

/** Counts the rates of appeals, one statement for each call, within the caller's scope. */
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

  private static final String DUE = """
      select c.appeal_id, c.round, 'ON_TIME' as rate, case when r.signed_at <= c.due_at then 'COUNTED'
          when r.signed_at is not null then 'MISSED' when c.paused_at is not null then 'PAUSED'
          when c.due_at < :now then 'MISSED' else 'NOT_DUE' end as standing
      from appeal.clock c left join appeal.reply r on r.appeal_id = c.appeal_id and r.round = c.round
      where c.step = 'REPLY' and c.due_at >= :from and c.due_at < :to and not exists (select from appeal.clock later
        where later.step = 'REPLY' and later.appeal_id = c.appeal_id and later.round = c.round and later.id > c.id)""";

  private static final String ANSWERED = """
      select r.appeal_id, r.round, w.rate, case when r.outcome = 'REFERRED' then 'REFERRED' when w.said then 'COUNTED'
          when not w.said then 'MISSED'
          when exists (select from appeal.complainant p where p.appeal_id = r.appeal_id and p.kind = 'ANONYMOUS'
            and p.phone_key is null) then 'NO_TELEPHONE'
          when exists (select from appeal.call_back t where t.appeal_id = r.appeal_id and t.round = r.round
            and t.result = 'UNREACHED') then 'NOT_REACHED' else 'WAITING' end as standing
      from appeal.reply r left join lateral (select b.result, b.resolved from appeal.call_back b
          where b.appeal_id = r.appeal_id and b.round = r.round and not b.recheck and b.result <> 'UNREACHED'
          order by b.at desc, b.id desc limit 1) last on true
        cross join lateral (values ('RESOLVED', last.resolved), ('SATISFIED', last.result = 'SATISFIED')) w (rate, said)
      where r.signed_at >= :from and r.signed_at < :to""";

  private static final String CLOSED = """
      select s.id as appeal_id, s.round, w.rate, w.standing from appeal.appeal s cross join lateral (values
        ('FIRST_CONTACT', case when s.outcome = 'REFERRED' then 'REFERRED' when s.satisfied is null then 'NOT_REACHED'
          when s.round = 1 and not exists (select from appeal.entry e where e.appeal_id = s.id and e.act = 'RETURN')
            then 'COUNTED' else 'MISSED' end),
        ('REOPENED', case when s.round > 1 then 'COUNTED' else 'MISSED' end)) w (rate, standing)
      where s.closed_at >= :from and s.closed_at < :to""";

  private final JdbcClient jdbc;

  RateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All rates of a period, by what the rows are to be. */
  public List<Counted> count(Period period, By by) {
    return within("with facts as (" + DUE + " union all " + ANSWERED + " union all " + CLOSED + ") select f.rate, coalesce("
        + by.key + ", 'NONE') as key, f.standing, count(*) as cases from facts f join appeal.appeal a on a.id = f.appeal_id where "
        + where(period) + " group by 1, 2, 3 order by 1, 2, 3", period)
        .query((row, n) -> new Counted(AppealRate.valueOf(row.getString("rate")), row.getString("key"),
            RateStanding.valueOf(row.getString("standing")), row.getLong("cases"))).list();
  }

  /** The cases of one side of a rate, the latest first; after the given case and round, if they are given. */
  public List<Case> cases(Period period, AppealRate rate, Side side, @Nullable UUID after, int afterRound, int limit) {
    return within("with facts as (" + facts(rate) + ") select a.*, f.round as round_counted, f.standing from facts f"
        + " join appeal.appeal a on a.id = f.appeal_id where f.rate = :rate and f.standing = any(:standings) and " + where(period)
        + " and (cast(:after as uuid) is null or (a.id, f.round) < (cast(:after as uuid), :afterRound))"
        + " order by a.id desc, f.round desc limit :limit", period)
        .param("rate", rate.name()).param("standings", standings(side)).param("after", after).param("afterRound", afterRound)
        .param("limit", limit)
        .query((row, n) -> new Case(AppealStore.row(row, n), row.getInt("round_counted"),
            RateStanding.valueOf(row.getString("standing")))).list();
  }

  /** How many there are on each side of a rate. */
  public RateCount count(Period period, AppealRate rate) {
    return within("with facts as (" + facts(rate) + ") select f.standing, count(*) as cases from facts f"
        + " join appeal.appeal a on a.id = f.appeal_id where f.rate = :rate and " + where(period) + " group by 1", period)
        .param("rate", rate.name())
        .query((row, n) -> Map.entry(RateStanding.valueOf(row.getString("standing")), row.getLong("cases"))).list().stream()
        .reduce(RateCount.none(), (sum, one) -> sum.plus(one.getKey(), one.getValue()), RateCount::plus);
  }

  private static String facts(AppealRate rate) {
    return switch (rate) {
      case ON_TIME -> DUE;
      case RESOLVED, SATISFIED -> ANSWERED;
      case FIRST_CONTACT, REOPENED -> CLOSED;
    };
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
