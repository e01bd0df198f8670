package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.kernel.UuidV7;

/** Keeps what opens the resident page: codes of places, tickets, and how often was asked. */
@Component
public class ResidentStore {

  /** A code and the building it stands for. */
  public record PlaceCode(String code, UUID buildingId, String building, UUID estate, String area) {}

  private final JdbcClient jdbc;

  ResidentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<PlaceCode> place(String code) {
    return jdbc.sql("select * from appeal.place_code where code = ?").param(code).query(ResidentStore::code).optional();
  }

  public List<PlaceCode> codes(UUID estate) {
    return jdbc.sql("""
            select * from appeal.place_code where estate_id = ?
            order by nullif(regexp_replace(building, '[^0-9].*$', ''), '')::numeric nulls last, building""").param(estate)
        .query(ResidentStore::code).list();
  }

  /** Gives a building its code; a building that has one keeps it. */
  public void insert(PlaceCode code, Instant at) {
    jdbc.sql("""
            insert into appeal.place_code (code, building_id, building, estate_id, area, made_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""")
        .params(code.code(), code.buildingId(), code.building(), code.estate(), code.area(), Fields.utc(at)).update();
  }

  private static PlaceCode code(ResultSet row, int number) throws SQLException {
    return new PlaceCode(row.getString("code"), Fields.id(row, "building_id"), row.getString("building"),
        Fields.id(row, "estate_id"), row.getString("area"));
  }

  /** Keeps the code of a receipt; a complainant without a number may have no row yet. */
  public void lookup(Appeal appeal, byte[] key) {
    jdbc.sql("""
            insert into appeal.complainant (appeal_id, area, estate_id, kind, reply_by, lookup_key)
            values (?, ?, ?, 'ANONYMOUS', 'PAGE', ?) on conflict (appeal_id) do update set lookup_key = excluded.lookup_key""")
        .params(Fields.values(appeal.id(), appeal.area(), appeal.estate(), key)).update();
  }

  /** Whether the appeal opens with one of these keys. */
  public boolean opens(UUID appeal, byte @Nullable [] phoneKey, byte[] lookupKey) {
    return jdbc.sql("""
            select count(*) from appeal.complainant where appeal_id = :appeal
              and (phone_key = cast(:phone as bytea) or lookup_key = cast(:lookup as bytea))""")
        .param("appeal", appeal).param("phone", phoneKey).param("lookup", lookupKey).query(Long.class).single() == 1;
  }

  public void ticket(byte[] hash, Appeal appeal, Instant expires) {
    jdbc.sql("insert into appeal.ticket (hash, appeal_id, area, estate_id, expires_at) values (?, ?, ?, ?, ?)")
        .params(Fields.values(hash, appeal.id(), appeal.area(), appeal.estate(), Fields.utc(expires))).update();
  }

  public Optional<UUID> byTicket(byte[] hash, Instant now) {
    return jdbc.sql("select appeal_id from appeal.ticket where hash = ? and expires_at > ?").params(hash, Fields.utc(now))
        .query((row, n) -> Fields.id(row, "appeal_id")).optional();
  }

  /** Counts an attempt, and answers how many there were since then, this one included. */
  public long attempt(byte[] key, Instant at, Instant since) {
    jdbc.sql("insert into appeal.attempt (id, key, at) values (?, ?, ?)").params(UuidV7.create(), key, Fields.utc(at)).update();
    return attempts(key, since);
  }

  public long attempts(byte[] key, Instant since) {
    return jdbc.sql("select count(*) from appeal.attempt where key = ? and at > ?").params(key, Fields.utc(since))
        .query(Long.class).single();
  }

  /** Forgets tickets that lapsed and attempts that no limit looks at any more. */
  public void forget(Instant tickets, Instant attempts) {
    jdbc.sql("delete from appeal.ticket where expires_at < ?").param(Fields.utc(tickets)).update();
    jdbc.sql("delete from appeal.attempt where at < ?").param(Fields.utc(attempts)).update();
  }
}
