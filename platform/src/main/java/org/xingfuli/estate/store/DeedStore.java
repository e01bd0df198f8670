package org.xingfuli.estate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Deed;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was done to estates. */
@Component
public class DeedStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeedStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public void insert(Estate estate, Deed deed) {
    jdbc.sql("""
        insert into estate.deed (id, estate_id, area, act, kind, subject_id, building_id, name, changes, reason, undoes,
          person, title, done_on, at)
        values (:id, :estate, :area, :act, :kind, :subject, :building, :name, :changes, :reason, :undoes, :person, :title,
          :doneOn, :at)""")
        .param("id", deed.id()).param("estate", estate.id()).param("area", estate.area()).param("act", deed.act())
        .param("kind", deed.kind().name()).param("subject", deed.subjectId()).param("building", deed.buildingId())
        .param("name", deed.name()).param("changes", json.writeValueAsString(deed.changes()))
        .param("reason", deed.reason()).param("undoes", deed.undoes()).param("person", deed.person())
        .param("title", deed.title()).param("doneOn", deed.doneOn()).param("at", deed.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  public Optional<Deed> find(UUID estate, UUID id) {
    return jdbc.sql("select * from estate.deed where estate_id = :estate and id = :id")
        .param("estate", estate).param("id", id).query(this::deed).optional();
  }

  /**
   * The latest first.
   *
   * @param building only what was done to or in it, when given
   * @param before the last of the page before, when there was one
   */
  public List<Deed> page(UUID estate, @Nullable UUID building, @Nullable UUID before, int limit) {
    return jdbc.sql("""
        select * from estate.deed
        where estate_id = :estate and (cast(:building as uuid) is null or building_id = :building)
          and (cast(:before as uuid) is null or id < :before)
        order by id desc limit :limit""")
        .param("estate", estate).param("building", building).param("before", before).param("limit", limit)
        .query(this::deed).list();
  }

  public long count(UUID estate, @Nullable UUID building) {
    return jdbc.sql("""
        select count(*) from estate.deed
        where estate_id = :estate and (cast(:building as uuid) is null or building_id = :building)""")
        .param("estate", estate).param("building", building).query(Long.class).single();
  }

  /** Those of the acts that were taken back. */
  public Set<UUID> undone(Collection<UUID> ids) {
    return new HashSet<>(jdbc.sql("select undoes from estate.deed where undoes = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new)).query(UUID.class).list());
  }

  private Deed deed(ResultSet row, int number) throws SQLException {
    return new Deed(row.getObject("id", UUID.class), row.getObject("estate_id", UUID.class), row.getString("act"),
        Deed.Kind.valueOf(row.getString("kind")), row.getObject("subject_id", UUID.class),
        row.getObject("building_id", UUID.class), row.getString("name"),
        Arrays.asList(json.readValue(row.getString("changes"), Deed.Change[].class)), row.getString("reason"),
        row.getObject("undoes", UUID.class), row.getObject("person", UUID.class), row.getString("title"),
        row.getObject("done_on", LocalDate.class), row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
