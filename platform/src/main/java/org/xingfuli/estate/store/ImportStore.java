package org.xingfuli.estate.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.exchange.estates.Fault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Keeps uploaded workbooks with their state, and their files until they have ended. */
@Component
public class ImportStore {

  private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ImportStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  public void insert(UUID id, String fileName, byte[] content, UUID person, String actor, Set<String> areas,
      String area) {
    jdbc.sql("""
        insert into estate.import (id, file_name, state, uploaded_by, actor, areas, area, uploaded_at)
        values (:id, :fileName, 'CHECKING', :person, :actor, :areas, :area, :now)""")
        .param("id", id)
        .param("fileName", fileName)
        .param("person", person)
        .param("actor", actor)
        .param("areas", areas.toArray(String[]::new))
        .param("area", area)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("insert into estate.import_file (import_id, content) values (:id, :content)")
        .param("id", id).param("content", content).update();
  }

  public Optional<Import> find(UUID id) {
    return jdbc.sql("select * from estate.import where id = :id").param("id", id).query(this::row).optional();
  }

  /** The last uploads, newest first. */
  public List<Import> recent(int limit) {
    return jdbc.sql("select * from estate.import order by uploaded_at desc, id desc limit :limit")
        .param("limit", limit).query(this::row).list();
  }

  /** The imports that were being checked or written when the platform last stopped. */
  public List<UUID> interrupted() {
    return jdbc.sql("select id from estate.import where state in ('CHECKING', 'IMPORTING') order by uploaded_at")
        .query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  /** The uploaded file, as long as it is kept. */
  public byte[] content(UUID id) {
    return jdbc.sql("select content from estate.import_file where import_id = :id").param("id", id)
        .query((row, number) -> row.getBytes(1)).single();
  }

  /**
   * Takes the import for this transaction, so that no other node works on it meanwhile.
   *
   * @return false when somebody else has it
   */
  public boolean take(UUID id) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:id, 20613))").param("id", id.toString())
        .query(Boolean.class).single();
  }

  /** Counts one more attempt at the import's present work. */
  public int attempt(UUID id) {
    return jdbc.sql("update estate.import set attempts = attempts + 1 where id = :id returning attempts")
        .param("id", id).query(Integer.class).single();
  }

  /** Moves the import on when it stands where the caller believes it does; an act the graph does not hold is refused. */
  public boolean move(UUID id, ImportState from, ImportState.Act act) {
    var to = ImportState.GRAPH.move(from, act).orRefuse();
    return jdbc.sql("""
        update estate.import set state = :to, progress = 0, attempts = 0,
          finished_at = case when :ended then cast(:now as timestamptz) end
        where id = :id and state = :from""")
        .param("id", id)
        .param("from", from.name())
        .param("to", to.name())
        .param("ended", to.ended())
        .param("now", Timestamp.from(clock.instant()))
        .update() == 1;
  }

  public void progress(UUID id, double progress) {
    jdbc.sql("update estate.import set progress = :progress where id = :id and state in ('CHECKING', 'IMPORTING')")
        .param("id", id).param("progress", progress).update();
  }

  /** Writes down what the check has found. */
  public void checked(UUID id, Import.Counts counts, int newEstates, int changedEstates, List<Fault> faults,
      int faultCount) {
    jdbc.sql("""
        update estate.import set estates = :estates, buildings = :buildings, stairwells = :stairwells,
          households = :households, new_estates = :new, changed_estates = :changed, faults = :faults,
          fault_count = :faultCount where id = :id""")
        .param("id", id)
        .param("estates", counts.estates())
        .param("buildings", counts.buildings())
        .param("stairwells", counts.stairwells())
        .param("households", counts.households())
        .param("new", newEstates)
        .param("changed", changedEstates)
        .param("faults", json.writeValueAsString(faults))
        .param("faultCount", faultCount)
        .update();
  }

  public void failure(UUID id, String failure) {
    jdbc.sql("update estate.import set failure = :failure where id = :id")
        .param("id", id).param("failure", failure).update();
  }

  /** Forgets the uploaded file: it holds personal data that nobody needs any more. */
  public void forgetFile(UUID id) {
    jdbc.sql("delete from estate.import_file where import_id = :id").param("id", id).update();
  }

  private Import row(ResultSet row, int number) throws SQLException {
    return new Import(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        ImportState.valueOf(row.getString("state")),
        row.getDouble("progress"),
        new Import.Counts(row.getInt("estates"), row.getInt("buildings"), row.getInt("stairwells"),
            row.getInt("households")),
        row.getInt("new_estates"),
        row.getInt("changed_estates"),
        json.readValue(row.getString("faults"), FAULTS),
        row.getInt("fault_count"),
        row.getString("failure"),
        row.getObject("uploaded_by", UUID.class),
        row.getString("actor"),
        areas(row.getArray("areas")),
        row.getTimestamp("uploaded_at").toInstant(),
        instant(row.getTimestamp("finished_at")));
  }

  private static Set<String> areas(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
