package org.xingfuli.appeal.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;

/** Keeps the draws of closed appeals and what came of their re-checks. */
@Component
public class RecheckStore {

  /** What a unit closed in the period, and how many of it were drawn already. */
  public record Closed(UUID unit, int closed, int before) {}

  /** A draw with all that is needed to draw again. */
  public record Draw(UUID id, LocalDate day, UUID unit, String area, String seed, int share, int least, int days, int closed, int before,
      List<UUID> pool, List<UUID> drawn, Instant at) {}

  /** One drawn appeal; {@code stands} once it was looked at. */
  public record Task(UUID appeal, UUID draw, UUID checker, Instant drawnAt, @Nullable Instant doneAt, @Nullable Boolean stands) {}

  private final JdbcClient jdbc;

  RecheckStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One draws at a time, so that two nodes do not draw the same day. */
  public void hold() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('appeal.recheck-draw', 7))").query((row, n) -> true).list();
  }

  /** The units that closed appeals in the period and were not drawn from on the day yet. */
  public List<Closed> closed(LocalDate day, Instant from, Instant to) {
    return jdbc.sql("""
            select a.lead_id, count(*)::integer as closed, count(r.appeal_id)::integer as before
            from appeal.appeal a left join appeal.recheck r on r.appeal_id = a.id
            where a.closed_at >= :from and a.closed_at < :to and a.state in ('CLOSED', 'ARCHIVED') and a.lead_id is not null
              and not exists (select from appeal.recheck_draw d where d.day = :day and d.unit_id = a.lead_id)
            group by a.lead_id order by a.lead_id""")
        .param("from", Fields.utc(from)).param("to", Fields.utc(to)).param("day", day)
        .query((row, n) -> new Closed(Fields.id(row, "lead_id"), row.getInt("closed"), row.getInt("before"))).list();
  }

  /** What could be drawn of a unit: closed in the period, never drawn, and not looked at again by somebody already. */
  public List<Appeal> pool(UUID unit, Instant from, Instant to) {
    return jdbc.sql("""
            select * from appeal.appeal a where lead_id = :unit and closed_at >= :from and closed_at < :to
              and state in ('CLOSED', 'ARCHIVED') and not exists (select from appeal.recheck r where r.appeal_id = a.id)
              and not exists (select from appeal.call_back c where c.appeal_id = a.id and c.recheck) order by id""")
        .param("unit", unit).param("from", Fields.utc(from)).param("to", Fields.utc(to)).query(AppealStore::row).list();
  }

  public void insert(Draw draw) {
    jdbc.sql("""
            insert into appeal.recheck_draw (id, day, unit_id, area, seed, share, least, days, closed, before, pool, drawn, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(draw.id(), draw.day(), draw.unit(), draw.area(), draw.seed(), draw.share(), draw.least(), draw.days(), draw.closed(),
            draw.before(), draw.pool().toArray(UUID[]::new), draw.drawn().toArray(UUID[]::new), Fields.utc(draw.at())).update();
  }

  /** Gives a drawn appeal to who checks it; drawn before, it stays with whom it has. */
  public boolean give(Appeal appeal, UUID draw, UUID checker, Instant at) {
    return jdbc.sql("""
            insert into appeal.recheck (appeal_id, draw_id, area, estate_id, checker_id, drawn_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""")
        .params(Fields.values(appeal.id(), draw, appeal.area(), appeal.estate(), checker, Fields.utc(at))).update() == 1;
  }

  /** A re-check has come to this; an appeal nobody drew changes nothing. */
  public void done(UUID appeal, boolean stands, Instant at) {
    jdbc.sql("update appeal.recheck set done_at = ?, stands = ? where appeal_id = ? and done_at is null")
        .params(Fields.utc(at), stands, appeal).update();
  }

  /** What waits, the longest waiting first, or what is done, the latest first. */
  public List<Task> tasks(boolean open, int most) {
    return jdbc.sql("select * from appeal.recheck where " + (open ? "done_at is null order by drawn_at, appeal_id"
        : "done_at is not null order by done_at desc, appeal_id") + " limit ?").param(most)
        .query((row, n) -> new Task(Fields.id(row, "appeal_id"), Fields.id(row, "draw_id"), Fields.id(row, "checker_id"),
            Fields.instant(row, "drawn_at"), Fields.instantIfAny(row, "done_at"), row.getObject("stands", Boolean.class))).list();
  }

  /** The latest draws first. */
  public List<Draw> draws(int most) {
    return jdbc.sql("select * from appeal.recheck_draw order by day desc, unit_id limit ?").param(most).query((row, n) -> draw(row)).list();
  }

  private static Draw draw(ResultSet row) throws SQLException {
    return new Draw(Fields.id(row, "id"), row.getObject("day", LocalDate.class), Fields.id(row, "unit_id"), row.getString("area"),
        row.getString("seed"), row.getInt("share"), row.getInt("least"), row.getInt("days"), row.getInt("closed"), row.getInt("before"),
        ids(row.getArray("pool")), ids(row.getArray("drawn")), Fields.instant(row, "drawn_at"));
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return Arrays.asList((UUID[]) array.getArray());
  }

  /** Who signed the replies of each of these appeals; nobody checks what he signed. */
  public Map<UUID, Set<UUID>> signers(Collection<UUID> appeals) {
    var signers = new HashMap<UUID, Set<UUID>>();
    jdbc.sql("select appeal_id, signed_by from appeal.reply where appeal_id = any(?)").param(appeals.toArray(UUID[]::new))
        .query((RowCallbackHandler) row -> signers.computeIfAbsent(Fields.id(row, "appeal_id"), id -> new HashSet<>())
            .add(Fields.id(row, "signed_by")));
    return signers;
  }
}
