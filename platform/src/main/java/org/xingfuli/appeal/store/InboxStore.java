package org.xingfuli.appeal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;

/** The lists of appeals: who sees what follows from the scope, and for firms from the units they work for. */
@Component
public class InboxStore {

  /** Counting ends here: nobody reads further, and the count of a million takes its time. */
  static final int MOST_COUNTED = 10_000;

  /** The figures of the views go through so many; more than a district has open. */
  static final int MOST_PASSED = 100_000;

  /**
   * Which appeals are wanted; what is null does not matter.
   *
   * @param units only those these organisations lead or support
   * @param found only these, as a search has found them
   * @param overdueAt only those whose open clock ended before
   * @param dueFrom only those whose open clock ends then or later
   * @param reopened only those that were opened again
   * @param warnedAt only those whose warning has come by then and whose clock has not ended
   */
  public record Filter(
      @Nullable Boolean open, @Nullable Collection<AppealState> states, @Nullable UUID estate, @Nullable String areaPrefix,
      @Nullable Channel channel, @Nullable String classPrefix, @Nullable Urgency urgency, @Nullable Collection<UUID> units,
      @Nullable UUID lead, @Nullable Collection<UUID> found, @Nullable Instant overdueAt, @Nullable Instant dueFrom,
      boolean reopened, @Nullable Instant warnedAt, @Nullable Instant receivedFrom, @Nullable Instant receivedTo) {

    /** Everything in reach. */
    public static final Filter ALL =
        new Filter(null, null, null, null, null, null, null, null, null, null, null, null, false, null, null, null);

    /** Open ones, of one estate or of all, that these organisations lead or support. */
    public static Filter open(@Nullable UUID estate, @Nullable Collection<UUID> units) {
      return new Filter(true, null, estate, null, null, null, null, units, null, null, null, null, false, null, null, null);
    }
  }

  /** What is due and of what class is compared as the indexes of the inbox are ordered; the plain date beside it leaves out what has no clock. */
  private static final String WANTED = """
       a where (cast(:open as boolean) is null or (state not in ('CLOSED', 'ARCHIVED')) = cast(:open as boolean))
        and (cast(:states as text[]) is null or state = any(cast(:states as text[])))
        and (cast(:estate as uuid) is null or estate_id = cast(:estate as uuid))
        and (cast(:areaPrefix as text) is null or starts_with(area, cast(:areaPrefix as text)))
        and (cast(:channel as text) is null or channel = cast(:channel as text))
        and (cast(:classPrefix as text) is null or class_code collate "C" = cast(:classPrefix as text)
          or class_code collate "C" >= cast(:classPrefix as text) || '_' and class_code collate "C" < cast(:classPrefix as text) || '`')
        and (cast(:urgency as text) is null or urgency = cast(:urgency as text))
        and (cast(:lead as uuid) is null or lead_id = cast(:lead as uuid))
        and (cast(:found as uuid[]) is null or id = any(cast(:found as uuid[])))
        and (cast(:overdueAt as timestamptz) is null or coalesce(due_at, 'infinity') < cast(:overdueAt as timestamptz))
        and (cast(:dueFrom as timestamptz) is null or due_at >= cast(:dueFrom as timestamptz)
          and coalesce(due_at, 'infinity') >= cast(:dueFrom as timestamptz))
        and (not cast(:reopened as boolean) or round > 1)
        and (cast(:warnedAt as timestamptz) is null or warn_at <= cast(:warnedAt as timestamptz)
          and due_at >= cast(:warnedAt as timestamptz))
        and (cast(:receivedFrom as timestamptz) is null or received_at >= cast(:receivedFrom as timestamptz))
        and (cast(:receivedTo as timestamptz) is null or received_at < cast(:receivedTo as timestamptz))
      """;

  private final JdbcClient jdbc;

  InboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is due first stands first; what has no clock stands last. After the given row, if one is given. */
  public List<Appeal> byDue(Filter filter, @Nullable Instant afterDue, @Nullable UUID after, int limit) {
    return wanted("select * from " + Fields.appeals(filter.units()) + WANTED + """
         and (cast(:after as uuid) is null
          or (coalesce(due_at, 'infinity'), id) > (coalesce(cast(:afterDue as timestamptz), 'infinity'), cast(:after as uuid)))
        order by coalesce(due_at, 'infinity'), id limit :limit""", filter)
        .param("after", after).param("afterDue", Fields.utcIfAny(afterDue)).param("limit", limit)
        .query(AppealStore::row).list();
  }

  /** The latest first. */
  public List<Appeal> latest(Filter filter, @Nullable UUID after, int limit) {
    return wanted("select * from " + Fields.appeals(filter.units()) + WANTED + """
         and (cast(:after as uuid) is null or id < cast(:after as uuid)) order by id desc limit :limit""", filter)
        .param("after", after).param("limit", limit).query(AppealStore::row).list();
  }

  /** How many there are, at most {@link #MOST_COUNTED} and one more. */
  public long count(Filter filter) {
    return wanted("select count(*) from (select from " + Fields.appeals(filter.units()) + WANTED + " limit :most) counted", filter)
        .param("most", MOST_COUNTED + 1).query(Long.class).single();
  }

  /** How many of an estate there are, how many of them are beyond their limit, and how many were opened again. */
  public record OfEstate(UUID estate, long open, long overdue, long reopened) {}

  /** The wanted appeals of each estate, counted as the list counts them. */
  public List<OfEstate> byEstate(Filter filter, Instant now) {
    return wanted("""
        select estate_id, count(*) as counted, count(*) filter (where due_at < :now) as overdue, count(*) filter (where round > 1) as reopened
        from\s""" + Fields.appeals(filter.units()) + WANTED + " and estate_id is not null group by estate_id order by estate_id", filter)
        .param("now", Fields.utc(now))
        .query((row, n) -> new OfEstate(Fields.id(row, "estate_id"), row.getLong("counted"), row.getLong("overdue"), row.getLong("reopened")))
        .list();
  }

  /** A class and how many of the wanted appeals are of it. */
  public record OfClass(String classCode, long count) {}

  /** The classes most of the wanted appeals are of. */
  public List<OfClass> mostFrequent(Filter filter, int most) {
    return wanted("select class_code, count(*) as counted from " + Fields.appeals(filter.units()) + WANTED
        + " and class_code is not null group by class_code order by counted desc, class_code limit :most", filter).param("most", most)
        .query((row, n) -> new OfClass(row.getString("class_code"), row.getLong("counted"))).list();
  }

  private JdbcClient.StatementSpec wanted(String sql, Filter filter) {
    return jdbc.sql(sql)
        .param("open", filter.open())
        .param("states", filter.states() == null ? null : filter.states().stream().map(Enum::name).toArray(String[]::new))
        .param("estate", filter.estate())
        .param("areaPrefix", filter.areaPrefix())
        .param("channel", filter.channel() == null ? null : filter.channel().name())
        .param("classPrefix", filter.classPrefix())
        .param("urgency", filter.urgency() == null ? null : filter.urgency().name())
        .param("units", filter.units() == null ? null : filter.units().toArray(UUID[]::new))
        .param("lead", filter.lead())
        .param("found", filter.found() == null ? null : filter.found().toArray(UUID[]::new))
        .param("overdueAt", Fields.utcIfAny(filter.overdueAt()))
        .param("dueFrom", Fields.utcIfAny(filter.dueFrom()))
        .param("reopened", filter.reopened())
        .param("warnedAt", Fields.utcIfAny(filter.warnedAt()))
        .param("receivedFrom", Fields.utcIfAny(filter.receivedFrom()))
        .param("receivedTo", Fields.utcIfAny(filter.receivedTo()));
  }

  /** How many open appeals stand where; the figures beside the views. */
  public record Counts(long open, long overdue, long soon, long toAccept, long toDispatch, long toHandle, long toCallBack, long mine,
      long dueToday, long reopened, long emergencies) {}

  /**
   * All figures in one pass over what is open, at most {@link #MOST_PASSED}.
   *
   * @param units as in a {@link Filter}
   * @param lead only those this organisation leads
   * @param mine the organisation whose own are counted beside
   */
  public Counts counts(Instant now, Instant endOfDay, @Nullable Collection<UUID> units, @Nullable UUID lead, @Nullable UUID mine) {
    return jdbc.sql("""
            select count(*) open, count(*) filter (where due_at < :now) overdue,
              count(*) filter (where warn_at <= :now and due_at >= :now) soon, count(*) filter (where state = 'RECEIVED') to_accept,
              count(*) filter (where state in ('ACCEPTED', 'REOPENED')) to_dispatch,
              count(*) filter (where state in ('DISPATCHED', 'HANDLING')) to_handle, count(*) filter (where state = 'REPLIED') to_call_back,
              count(*) filter (where lead_id = cast(:mine as uuid)) mine,
              count(*) filter (where due_at >= :now and due_at < :ends) due_today, count(*) filter (where round > 1) reopened,
              count(*) filter (where urgency = 'EMERGENCY') emergencies
            from (select due_at, warn_at, state, lead_id, round, urgency from\s""" + Fields.appeals(units)
            + " a where state not in ('CLOSED', 'ARCHIVED') and (cast(:lead as uuid) is null or lead_id = cast(:lead as uuid)) limit :most) passed")
        .param("now", Fields.utc(now)).param("ends", Fields.utc(endOfDay)).param("mine", mine).param("lead", lead)
        .param("units", units == null ? null : units.toArray(UUID[]::new)).param("most", MOST_PASSED)
        .query((row, n) -> new Counts(row.getLong("open"), row.getLong("overdue"), row.getLong("soon"), row.getLong("to_accept"),
            row.getLong("to_dispatch"), row.getLong("to_handle"), row.getLong("to_call_back"), row.getLong("mine"),
            row.getLong("due_today"), row.getLong("reopened"), row.getLong("emergencies"))).single();
  }

  /**
   * What a unit has on its desk.
   *
   * @param dueToday ends today, and has not ended yet
   */
  public record Load(UUID unit, int open, int dueToday, int overdue) {}

  /** What each unit answers for and has not replied to yet, who has most first; {@code units} as in a {@link Filter}. */
  public List<Load> loads(Instant now, Instant endOfDay, @Nullable Collection<UUID> units) {
    return jdbc.sql("""
            select lead_id, count(*)::integer open, (count(*) filter (where due_at >= :now and due_at < :ends))::integer today,
              (count(*) filter (where due_at < :now))::integer overdue
            from appeal.appeal where state in ('DISPATCHED', 'HANDLING', 'PAUSED') and lead_id is not null
              and (cast(:units as uuid[]) is null or lead_id = any(cast(:units as uuid[])))
            group by lead_id order by overdue desc, open desc, lead_id""")
        .param("now", Fields.utc(now)).param("ends", Fields.utc(endOfDay))
        .param("units", units == null ? null : units.toArray(UUID[]::new))
        .query((row, n) -> new Load(Fields.id(row, "lead_id"), row.getInt("open"), row.getInt("today"), row.getInt("overdue"))).list();
  }

  /**
   * Open appeals beyond their limit that are to go further up, the latest due last. Its words for what is open and for the order are
   * those of the index {@code appeal_inbox}, without which it would go through all that ever was.
   *
   * @param late hours after the end at which an appeal reaches levels 1, 2 and 3; minutes for an emergency
   */
  public List<Appeal> toEscalate(Instant now, List<Integer> late, int most) {
    return jdbc.sql("""
            select * from appeal.appeal where state not in ('CLOSED', 'ARCHIVED', 'MERGED', 'PAUSED')
              and state not in ('CLOSED', 'ARCHIVED') and coalesce(due_at, 'infinity') <= :now
              and escalation < (select count(*) from unnest(cast(:late as integer[])) h
                where due_at + h * case urgency when 'EMERGENCY' then interval '1 minute' else interval '1 hour' end <= :now)
            order by coalesce(due_at, 'infinity'), id limit :most""")
        .param("now", Fields.utc(now)).param("late", late.toArray(Integer[]::new)).param("most", most)
        .query(AppealStore::row).list();
  }

  /** A unit and how many appeals it has settled. */
  public record Settling(UUID unit, int count) {}

  /** Who has settled most appeals of the class in the estate, or where it is not known in the area; two at least. */
  public Optional<Settling> mostSettling(@Nullable UUID estate, String area, String classCode, Instant since) {
    return jdbc.sql("""
            select lead_id, count(*)::integer counted from appeal.appeal
            where class_code = :class and lead_id is not null and state in ('CLOSED', 'ARCHIVED') and closed_at >= :since
              and case when cast(:estate as uuid) is null then area = :area else estate_id = cast(:estate as uuid) end
            group by lead_id having count(*) >= 2 order by counted desc, lead_id limit 1""")
        .param("class", classCode).param("since", Fields.utc(since)).param("estate", estate).param("area", area)
        .query((row, n) -> new Settling(Fields.id(row, "lead_id"), row.getInt("counted"))).optional();
  }

  /** Appeals whose words hold every one of the query's, the latest first; {@code units} as in a {@link Filter}. */
  public List<UUID> search(Collection<Integer> keys, String[] patterns, @Nullable Collection<UUID> units, int most) {
    return jdbc.sql("select id from appeal.search(:keys, :patterns, cast(:units as uuid[]), :most)").param("keys", keys.toArray(Integer[]::new))
        .param("patterns", patterns).param("units", units == null ? null : units.toArray(UUID[]::new)).param("most", most)
        .query((row, n) -> Fields.id(row, "id")).list();
  }
}
