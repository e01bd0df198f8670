package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.model.BoundRule;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Extension;
import org.xingfuli.appeal.model.Pause;
import org.xingfuli.database.Columns;
import org.xingfuli.kernel.Deadline;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.wire.StoredJson;

/** The clocks of appeals. Whoever changes a clock holds its appeal's row. */
@Component
public class ClockStore {

  private static final String SELECT = """
      select c.*, coalesce((select t.unconfirmed from appeal.time_limit t
        where t.code = c.rule_code and t.version = c.rule_version), true) as unconfirmed
      from appeal.clock c\s""";

  /** A clock and where its appeal lies, which decides who sees it. */
  public record Placed(Clock clock, String area, @Nullable UUID estateId) {}

  /** The running clocks of one version of a rule: how many, and the days of receipt they reach from and to. */
  public record Binding(String code, int version, long clocks, LocalDate first, LocalDate last) {}

  private static final int TIME = Types.TIMESTAMP_WITH_TIMEZONE;

  private final JdbcClient jdbc;

  ClockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes new clocks, of one appeal or of thousands, by one statement. */
  public void insert(List<Placed> clocks) {
    if (clocks.isEmpty()) {
      return;
    }
    jdbc.sql("""
        insert into appeal.clock (id, appeal_id, area, estate_id, round, step, rule_code, rule_version, amount, unit, roll,
          most_extension, warn_before, warn_unit, warn_share, received_on, started_at, counted_from, due_on, due_at,
          provisional, arithmetic, paused_at, pauses, extension, warn_at, stopped_at, met)
        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::int[],
          ?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::date[], ?::timestamptz[], ?::date[], ?::date[],
          ?::timestamptz[], ?::boolean[], ?::jsonb[], ?::timestamptz[], ?::jsonb[], ?::jsonb[], ?::timestamptz[],
          ?::timestamptz[], ?::boolean[])""")
        .params(List.of(
            Columns.text(clocks, c -> c.clock().id()), Columns.text(clocks, c -> c.clock().appealId()), Columns.text(clocks, Placed::area),
            Columns.text(clocks, Placed::estateId), Columns.text(clocks, c -> c.clock().round()), Columns.text(clocks, c -> c.clock().step().name()),
            Columns.text(clocks, c -> c.clock().rule().code()), Columns.text(clocks, c -> c.clock().rule().version()),
            Columns.text(clocks, c -> c.clock().rule().limit().amount()), Columns.text(clocks, c -> c.clock().rule().limit().unit().name()),
            Columns.text(clocks, c -> c.clock().rule().limit().roll().name()), Columns.text(clocks, c -> mostExtension(c.clock())),
            Columns.text(clocks, c -> warning(c.clock()).before()), Columns.text(clocks, c -> warning(c.clock()).unit()),
            Columns.text(clocks, c -> warning(c.clock()).share()), Columns.text(clocks, c -> c.clock().received()),
            Columns.text(clocks, c -> c.clock().startedAt()), Columns.text(clocks, c -> c.clock().deadline().from()),
            Columns.text(clocks, c -> c.clock().deadline().due()), Columns.text(clocks, c -> c.clock().deadline().dueAt()),
            Columns.text(clocks, c -> c.clock().deadline().provisional()),
            Columns.text(clocks, c -> StoredJson.write(c.clock().deadline().arithmetic())),
            Columns.text(clocks, c -> c.clock().standsSince().orElse(null)), Columns.text(clocks, c -> StoredJson.write(c.clock().pauses())),
            Columns.text(clocks, c -> extension(c.clock())), Columns.text(clocks, c -> c.clock().warnAt()),
            Columns.text(clocks, c -> c.clock().stoppedAt()), Columns.text(clocks, c -> c.clock().met().orElse(null))))
        .update();
  }

  /** Writes what acts change of a clock. A warning that has moved is given again. */
  public void update(Clock clock) {
    var deadline = clock.deadline();
    jdbc.sql("""
        update appeal.clock set due_on = :due, due_at = :dueAt, provisional = :provisional, arithmetic = :arithmetic::jsonb,
          paused_at = :pausedAt, pauses = :pauses::jsonb, extension = :extension::jsonb,
          warned_at = case when warn_at is distinct from :warnAt then null else warned_at end, warn_at = :warnAt,
          stopped_at = :stoppedAt, met = :met
        where id = :id""")
        .param("due", deadline.due()).param("dueAt", utc(deadline.dueAt())).param("provisional", deadline.provisional())
        .param("arithmetic", StoredJson.write(deadline.arithmetic())).param("pausedAt", utcOrNull(clock.standsSince().orElse(null)), TIME)
        .param("pauses", StoredJson.write(clock.pauses())).param("extension", extension(clock))
        .param("warnAt", utcOrNull(clock.warnAt()), TIME).param("stoppedAt", utcOrNull(clock.stoppedAt()), TIME)
        .param("met", clock.met().orElse(null)).param("id", clock.id()).update();
  }

  public Optional<Placed> find(UUID id) {
    return jdbc.sql(SELECT + "where c.id = ?").param(id).query(ClockStore::placed).optional();
  }

  /** The clocks of an appeal that run or stand, in the order of the steps. */
  public List<Clock> open(UUID appealId) {
    return open(List.of(appealId)).getOrDefault(appealId, List.of());
  }

  /** The same for many appeals; those without an open clock are absent. */
  public Map<UUID, List<Clock>> open(Collection<UUID> appealIds) {
    return jdbc.sql(SELECT + "where c.stopped_at is null and c.appeal_id = any(?::uuid[]) order by c.started_at, c.id")
        .param(Columns.text(List.copyOf(appealIds), id -> id)).query(ClockStore::placed).list().stream().map(Placed::clock)
        .collect(Collectors.groupingBy(Clock::appealId));
  }

  /** All clocks of an appeal, of every round, in the order they were started. */
  public List<Clock> ofAppeal(UUID appealId) {
    return jdbc.sql(SELECT + "where c.appeal_id = ? order by c.started_at, c.id").param(appealId).query(ClockStore::placed)
        .list().stream().map(Placed::clock).toList();
  }

  /** The running clocks whose warning is due and was not yet given, the earliest first. */
  public List<Placed> dueForWarning(Instant now, int most) {
    return jdbc.sql(SELECT + """
        where c.stopped_at is null and c.paused_at is null and c.warned_at is null and c.warn_at <= ?
        order by c.warn_at, c.id limit ?""").params(utc(now), most).query(ClockStore::placed).list();
  }

  /** Notes that warnings were given. */
  public void warned(Collection<UUID> ids, Instant at) {
    jdbc.sql("update appeal.clock set warned_at = ? where id = any(?::uuid[])")
        .params(List.of(utc(at), Columns.text(List.copyOf(ids), id -> id))).update();
  }

  /**
   * The running clocks that expired after one moment and before another, the earliest first: a job that remembers how far it
   * came meets each of them once.
   */
  public List<Placed> overdue(Instant after, Instant now, int most) {
    return jdbc.sql(SELECT + """
        where c.stopped_at is null and c.paused_at is null and c.due_at >= ? and c.due_at < ?
        order by c.due_at, c.id limit ?""").params(utc(after), utc(now), most).query(ClockStore::placed).list();
  }

  /** What versions of a rule the running clocks were started under. */
  public List<Binding> bindings(String code) {
    return jdbc.sql("""
        select rule_version, count(*) as clocks, min(received_on) as first, max(received_on) as last from appeal.clock
        where rule_code = ? and stopped_at is null group by rule_version order by rule_version""").param(code)
        .query((row, n) -> new Binding(code, row.getInt("rule_version"), row.getLong("clocks"),
            row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class))).list();
  }

  /** Whether a clock, running or stopped, was ever started under a version. */
  public boolean startedUnder(String code, int version) {
    return jdbc.sql("select exists (select from appeal.clock where rule_code = ? and rule_version = ?)").params(code, version)
        .query(Boolean.class).single();
  }

  private static Placed placed(ResultSet row, int number) throws SQLException {
    var unit = TimeLimit.Unit.valueOf(row.getString("unit"));
    var limit = new TimeLimit(row.getInt("amount"), unit, TimeLimit.Roll.valueOf(row.getString("roll")));
    var most = row.getObject("most_extension", Integer.class);
    var extension = row.getString("extension");
    return new Placed(new Clock(row.getObject("id", UUID.class), row.getObject("appeal_id", UUID.class), row.getInt("round"),
        Step.valueOf(row.getString("step")), new BoundRule(row.getString("rule_code"), row.getInt("rule_version"), limit,
            most == null ? null : new TimeLimit(most, unit, TimeLimit.Roll.NONE), TimeLimitStore.warning(row),
            row.getBoolean("unconfirmed")),
        row.getObject("received_on", LocalDate.class), moment(row, "started_at"),
        new Deadline(limit, row.getObject("counted_from", LocalDate.class), row.getObject("due_on", LocalDate.class),
            moment(row, "due_at"), row.getBoolean("provisional"),
            StoredJson.read(row.getString("arithmetic"), Deadline.Arithmetic.class)),
        optional(row, "warn_at"), StoredJson.readList(row.getString("pauses"), Pause.class),
        extension == null ? null : StoredJson.read(extension, Extension.class), optional(row, "stopped_at")),
        row.getString("area"), row.getObject("estate_id", UUID.class));
  }

  private static @Nullable Integer mostExtension(Clock clock) {
    var most = clock.rule().mostExtension();
    return most == null ? null : most.amount();
  }

  private static StoredWarning warning(Clock clock) {
    return StoredWarning.of(clock.rule().warning());
  }

  private static @Nullable String extension(Clock clock) {
    var extension = clock.extension();
    return extension == null ? null : StoredJson.write(extension);
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
    return moment == null ? null : utc(moment);
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
