package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.SavedView;
import tools.jackson.databind.json.JsonMapper;

/** Views of the inbox that people keep. */
@Component
public class SavedViewStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedViewStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Somebody's own, in the order they were made. */
  public List<SavedView> of(UUID person) {
    return jdbc.sql("select * from appeal.saved_view where person_id = ? order by id").param(person).query(this::row).list();
  }

  /** What others of the organisation share. */
  public List<SavedView> shared(UUID organisation, UUID exceptOf) {
    return jdbc.sql("select * from appeal.saved_view where shared and organisation_id = ? and person_id <> ? order by id")
        .params(organisation, exceptOf).query(this::row).list();
  }

  public Optional<SavedView> find(UUID id, UUID person) {
    return jdbc.sql("select * from appeal.saved_view where id = ? and person_id = ?").params(id, person).query(this::row).optional();
  }

  public void insert(SavedView view, Instant at) {
    jdbc.sql("""
            insert into appeal.saved_view (id, person_id, organisation_id, shared, name, wanted, made_at)
            values (?, ?, ?, ?, ?, cast(? as jsonb), ?)""")
        .params(Fields.values(view.id(), view.person(), view.organisation(), view.shared(), view.name(),
            json.writeValueAsString(view.wanted()), Fields.utc(at))).update();
  }

  /** Changes the view that was seen in the given version; false when it was changed since. */
  public boolean change(SavedView view) {
    return jdbc.sql("""
            update appeal.saved_view set organisation_id = ?, shared = ?, name = ?, wanted = cast(? as jsonb), version = version + 1
            where id = ? and person_id = ? and version = ?""")
        .params(Fields.values(view.organisation(), view.shared(), view.name(), json.writeValueAsString(view.wanted()), view.id(),
            view.person(), view.version())).update() == 1;
  }

  public void remove(UUID id, UUID person) {
    jdbc.sql("delete from appeal.saved_view where id = ? and person_id = ?").params(id, person).update();
  }

  private SavedView row(ResultSet row, int number) throws SQLException {
    return new SavedView(Fields.id(row, "id"), Fields.id(row, "person_id"), Fields.idIfAny(row, "organisation_id"),
        row.getBoolean("shared"), row.getString("name"), json.readValue(row.getString("wanted"), SavedView.Wanted.class),
        row.getInt("version"));
  }
}
