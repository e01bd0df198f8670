package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Promise;
import org.xingfuli.appeal.model.PromiseState;

/** Keeps the promise register: times said aloud, and what became of them. */
@Component
public class PromiseStore {

  private static final int MOST = 500;

  private final JdbcClient jdbc;

  PromiseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Promise promise) {
    jdbc.sql("""
            insert into appeal.promise (id, appeal_id, point_id, area, estate_id, said, due_at, made_at, made_by, made_title, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Fields.values(promise.id(), promise.appeal(), promise.point(), promise.area(), promise.estate(), promise.said(),
            Fields.utc(promise.dueAt()), Fields.utc(promise.madeAt()), promise.madeBy(), promise.madeTitle(),
            promise.state().name())).update();
  }

  /** Held until the running transaction ends. */
  public Optional<Promise> lock(UUID id) {
    return jdbc.sql("select * from appeal.promise where id = ? for update").param(id).query(PromiseStore::row).optional();
  }

  public void end(UUID id, PromiseState state, Instant at, String words, @Nullable UUID movedTo) {
    jdbc.sql("update appeal.promise set state = ?, ended_at = ?, words = ?, moved_to = ? where id = ?")
        .params(Fields.values(state.name(), Fields.utc(at), words, movedTo, id)).update();
  }

  /** Those of the point that are due within the time, and those before it that are open or broken; what is due first stands first. */
  public List<Promise> ofPoint(UUID point, Instant from, Instant to) {
    return jdbc.sql("""
            select * from appeal.promise where point_id = :point and due_at < :to
              and (due_at >= :from or state in ('OPEN', 'BROKEN'))
            order by due_at, id limit :most""")
        .param("point", point).param("from", Fields.utc(from)).param("to", Fields.utc(to)).param("most", MOST)
        .query(PromiseStore::row).list();
  }

  /** Those of these appeals that are open or broken, the broken ones first. */
  public List<Promise> standing(Collection<UUID> appeals) {
    return appeals.isEmpty() ? List.of() : jdbc.sql("""
            select * from appeal.promise where appeal_id = any(?) and state in ('OPEN', 'BROKEN')
            order by state, due_at, id""")
        .param(appeals.toArray(UUID[]::new)).query(PromiseStore::row).list();
  }

  /** Open ones that are due by then and of which nobody was told yet. */
  public List<Promise> toWarn(Instant by, int most) {
    return jdbc.sql("""
            select * from appeal.promise where state = 'OPEN' and due_at <= ? and warned_at is null order by due_at, id limit ?
            for update skip locked""")
        .params(Fields.utc(by), most).query(PromiseStore::row).list();
  }

  public void warned(Collection<UUID> promises, Instant at) {
    jdbc.sql("update appeal.promise set warned_at = ? where id = any(?)").params(Fields.utc(at), promises.toArray(UUID[]::new)).update();
  }

  /** Open ones whose time has gone. */
  public List<UUID> overdue(Instant now, int most) {
    return jdbc.sql("select id from appeal.promise where state = 'OPEN' and due_at < ? order by due_at, id limit ?")
        .params(Fields.utc(now), most).query((row, number) -> Fields.id(row, "id")).list();
  }

  private static Promise row(ResultSet row, int number) throws SQLException {
    return new Promise(Fields.id(row, "id"), Fields.id(row, "appeal_id"), Fields.idIfAny(row, "point_id"), row.getString("area"),
        Fields.idIfAny(row, "estate_id"), row.getString("said"), Fields.instant(row, "due_at"), Fields.instant(row, "made_at"),
        Fields.id(row, "made_by"), row.getString("made_title"), PromiseState.valueOf(row.getString("state")),
        Fields.instantIfAny(row, "ended_at"), row.getString("words"), Fields.idIfAny(row, "moved_to"));
  }
}
