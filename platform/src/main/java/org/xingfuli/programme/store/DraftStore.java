package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.model.Draft.State;
import org.xingfuli.programme.model.Draft;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.wire.StoredJson;

/** Drafts beside the frozen plan. */
@Component
public class DraftStore {

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open ones, newest first. */
  public List<Draft> open(UUID programmeId) {
    return jdbc.sql("select * from programme.draft where programme_id = ? and state = 'OPEN' order by created_at desc, id desc")
        .param(programmeId).query(DraftStore::draft).list();
  }

  public Optional<Draft> find(UUID id) {
    return jdbc.sql("select * from programme.draft where id = ?").param(id).query(DraftStore::draft).optional();
  }

  public void insert(Draft draft) {
    jdbc.sql("""
        insert into programme.draft (id, programme_id, name, state, base_plan, base_version, owner, created_by, created_at,
          revision, edits, past, future)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(draft.id(), draft.programmeId(), draft.name(), draft.state().name(), draft.basePlan(), draft.baseVersion(),
            draft.owner(), draft.ownerName(), PlanStore.utc(draft.createdAt()), draft.revision(), StoredJson.write(draft.edits()),
            StoredJson.write(draft.past()), StoredJson.write(draft.future()))
        .update();
  }

  /** Keeps the edits when the draft is open and of the revision still the one read; returns whether it was. */
  public boolean update(Draft draft) {
    return jdbc.sql("""
        update programme.draft set name = ?, base_plan = ?, base_version = ?, edits = ?, past = ?, future = ?,
          revision = revision + 1
        where id = ? and revision = ? and state = 'OPEN'""")
        .params(draft.name(), draft.basePlan(), draft.baseVersion(), StoredJson.write(draft.edits()), StoredJson.write(draft.past()),
            StoredJson.write(draft.future()), draft.id(), draft.revision())
        .update() == 1;
  }

  /** Ends an open draft; returns whether it was open. */
  public boolean close(UUID id, State state, @Nullable UUID adoptedAs, Instant at) {
    return jdbc.sql("update programme.draft set state = ?, adopted_as = ?, closed_at = ? where id = ? and state = 'OPEN'")
        .params(Values.of(state.name(), adoptedAs, PlanStore.utc(at), id)).update() == 1;
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class), row.getString("name"),
        State.valueOf(row.getString("state")), row.getObject("base_plan", UUID.class), row.getInt("base_version"),
        row.getObject("owner", UUID.class), row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("revision"),
        StoredJson.readList(row.getString("edits"), DraftEdit.class), steps(row.getString("past")),
        steps(row.getString("future")), row.getObject("adopted_as", UUID.class));
  }

  private static List<List<DraftEdit>> steps(String json) {
    return StoredJson.readList(json, DraftEdit[].class).stream().map(Arrays::asList).map(List::copyOf).toList();
  }
}
