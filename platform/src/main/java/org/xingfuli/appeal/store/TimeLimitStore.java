package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Regime;
import org.xingfuli.appeal.model.TimeLimitRule;
import org.xingfuli.appeal.model.TimeLimitRules;
import org.xingfuli.appeal.model.Warning;
import org.xingfuli.kernel.TimeLimit;

/** What is configured: the versions of the time limits, and why a clock may stand. */
@Component
public class TimeLimitStore {

  /** A version as configured; whoever edits it names the revision that was seen. */
  public record Row(TimeLimitRule rule, int revision) {}

  /** Whether a reason to pause is allowed, and what that rests on. */
  public record ReasonRow(PauseReason reason, boolean allowed, String source, boolean unconfirmed, int revision) {}

  private final JdbcClient jdbc;
  private volatile Read read = new Read("", new TimeLimitRules(List.of()));

  TimeLimitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All versions, by regime and step, then by code, oldest first. */
  public List<Row> rows() {
    return jdbc.sql("select * from appeal.time_limit order by code, version").query((row, n) -> row(row)).list().stream()
        .sorted(Comparator.comparing((Row row) -> row.rule().regime()).thenComparing(row -> row.rule().step())).toList();
  }

  /** The rules as the running transaction sees them; read again when one of their rows is another than it was. */
  public TimeLimitRules rules() {
    // The transaction that wrote a row is part of it: what was rolled back, or is not committed yet, is never taken for this.
    var written = jdbc.sql("select string_agg(xmin::text || ctid::text, ' ' order by ctid) from appeal.time_limit").query(String.class)
        .optional().orElse("");
    var known = read;
    if (!known.written().equals(written)) {
      known = new Read(written, new TimeLimitRules(rows().stream().map(Row::rule).toList()));
      read = known;
    }
    return known.rules();
  }

  /** Rules, and by which transactions their rows were written. */
  private record Read(String written, TimeLimitRules rules) {}

  /** Holds all versions, so that two edits are checked one after the other. */
  public void hold() {
    jdbc.sql("select code from appeal.time_limit order by code, version for update").query(String.class).list();
  }

  public void insert(TimeLimitRule rule) {
    var most = rule.mostExtension();
    var warning = StoredWarning.of(rule.warning());
    jdbc.sql("""
        insert into appeal.time_limit (code, version, regime, step, kinds, urgencies, channels, amount, unit, roll,
          most_extension, warn_before, warn_unit, warn_share, effective_from, effective_to, source, unconfirmed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Arrays.<@Nullable Object>asList(rule.code(), rule.version(), rule.regime().name(), rule.step().name(),
            names(rule.kinds()), names(rule.urgencies()), names(rule.channels()), rule.limit().amount(),
            rule.limit().unit().name(), rule.limit().roll().name(), most == null ? null : most.amount(), warning.before(),
            warning.unit(), warning.share(), rule.effectiveFrom(), rule.effectiveTo(), rule.source(), rule.unconfirmed()))
        .update();
  }

  /** Writes what may change of a version, its last day, its source and its flag, when the revision is still the one read. */
  public boolean update(TimeLimitRule rule, int revision) {
    return jdbc.sql("""
        update appeal.time_limit set effective_to = ?, source = ?, unconfirmed = ?, revision = revision + 1
        where code = ? and version = ? and revision = ?""")
        .params(Arrays.<@Nullable Object>asList(rule.effectiveTo(), rule.source(), rule.unconfirmed(), rule.code(),
            rule.version(), revision))
        .update() == 1;
  }

  /** Takes a version away, when the revision is still the one read. */
  public boolean remove(TimeLimitRule rule, int revision) {
    return jdbc.sql("delete from appeal.time_limit where code = ? and version = ? and revision = ?")
        .params(rule.code(), rule.version(), revision).update() == 1;
  }

  /** Writes what a reason to pause is, when the revision is still the one read. */
  public boolean update(ReasonRow row) {
    return jdbc.sql("""
        update appeal.pause_reason set allowed = ?, source = ?, unconfirmed = ?, revision = revision + 1
        where code = ? and revision = ?""")
        .params(row.allowed(), row.source(), row.unconfirmed(), row.reason().name(), row.revision()).update() == 1;
  }

  /** In the order in which people are asked. */
  public List<ReasonRow> pauseReasons() {
    return jdbc.sql("select * from appeal.pause_reason").query((row, n) -> new ReasonRow(
            PauseReason.valueOf(row.getString("code")), row.getBoolean("allowed"), row.getString("source"),
            row.getBoolean("unconfirmed"), row.getInt("revision"))).list().stream()
        .sorted(Comparator.comparing(ReasonRow::reason)).toList();
  }

  private static Row row(ResultSet row) throws SQLException {
    var unit = TimeLimit.Unit.valueOf(row.getString("unit"));
    var most = row.getObject("most_extension", Integer.class);
    return new Row(new TimeLimitRule(row.getString("code"), row.getInt("version"), Regime.valueOf(row.getString("regime")),
        Step.valueOf(row.getString("step")), set(row, "kinds", AppealKind::valueOf), set(row, "urgencies", Urgency::valueOf),
        set(row, "channels", Channel::valueOf),
        new TimeLimit(row.getInt("amount"), unit, TimeLimit.Roll.valueOf(row.getString("roll"))),
        most == null ? null : new TimeLimit(most, unit, TimeLimit.Roll.NONE), warning(row),
        row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
        row.getString("source"), row.getBoolean("unconfirmed")), row.getInt("revision"));
  }

  static @Nullable Warning warning(ResultSet row) throws SQLException {
    return new StoredWarning(row.getObject("warn_before", Integer.class), row.getString("warn_unit"),
        row.getObject("warn_share", Integer.class)).warning();
  }

  private static String[] names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> value) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).map(value).collect(Collectors.toSet());
  }
}
