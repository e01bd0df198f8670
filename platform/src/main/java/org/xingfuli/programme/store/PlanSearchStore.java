package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.model.PlanSearch.Found;
import org.xingfuli.programme.model.PlanSearch.State;
import org.xingfuli.programme.model.PlanSearch;
import org.xingfuli.wire.StoredJson;

/** Searches for plans: the running one and those before it. */
@Component
public class PlanSearchStore {

  private final JdbcClient jdbc;

  PlanSearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(PlanSearch search) {
    jdbc.sql("""
        insert into programme.plan_search (id, programme_id, state, rule, note, seconds, seed, began_at, began_by, heard_at,
          used, best)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '[]')""")
        .params(Values.of(search.id(), search.programmeId(), search.state().name(), PlanRule.SEARCH.name(), search.note(),
            search.seconds(), search.seed(), PlanStore.utc(search.beganAt()), search.beganBy(),
            PlanStore.utc(search.heardAt())))
        .update();
  }

  public Optional<PlanSearch> find(UUID id) {
    return jdbc.sql("select * from programme.plan_search where id = ?").param(id).query(PlanSearchStore::search).optional();
  }

  /** The search begun last. */
  public Optional<PlanSearch> latest(UUID programmeId) {
    return jdbc.sql("select * from programme.plan_search where programme_id = ? order by began_at desc, id desc limit 1")
        .param(programmeId).query(PlanSearchStore::search).optional();
  }

  /** Notes a sign of life; answers whether somebody asked for the end, or ended it already. */
  public boolean heard(UUID id, Instant at, double used, List<Found> found) {
    var stop = jdbc.sql("""
        update programme.plan_search set heard_at = ?, used = ?, best = ?
        where id = ? and state = 'RUNNING' returning stop_asked""")
        .params(PlanStore.utc(at), used, StoredJson.write(found), id)
        .query((row, number) -> row.getBoolean(1)).optional();
    return stop.orElse(true);
  }

  /** Whether nobody has ended it; holds its row, so that nobody does meanwhile. */
  public boolean runs(UUID id) {
    return jdbc.sql("select id from programme.plan_search where id = ? and state = 'RUNNING' for update").param(id)
        .query((row, number) -> row.getString(1)).optional().isPresent();
  }

  public void askToStop(UUID id) {
    jdbc.sql("update programme.plan_search set stop_asked = true where id = ? and state = 'RUNNING'").param(id).update();
  }

  /** Ends a running one; one that was ended already stays as it is. */
  public void end(UUID id, State state, Instant at, double used, boolean proved, @Nullable UUID planId) {
    jdbc.sql("""
        update programme.plan_search set state = ?, heard_at = ?, used = ?, proved = ?, plan_id = ?
        where id = ? and state = 'RUNNING'""")
        .params(Values.of(state.name(), PlanStore.utc(at), used, proved, planId, id))
        .update();
  }

  private static PlanSearch search(ResultSet row, int number) throws SQLException {
    return new PlanSearch(
        row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class), State.valueOf(row.getString("state")),
        row.getString("note"), row.getInt("seconds"), row.getLong("seed"),
        row.getObject("began_at", OffsetDateTime.class).toInstant(), row.getString("began_by"),
        row.getObject("heard_at", OffsetDateTime.class).toInstant(), row.getDouble("used"),
        StoredJson.readList(row.getString("best"), Found.class), row.getBoolean("stop_asked"),
        row.getBoolean("proved"),
        row.getObject("plan_id", UUID.class));
  }
}
