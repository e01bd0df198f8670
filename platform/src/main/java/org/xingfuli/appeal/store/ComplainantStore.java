package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Complainant;

/** Keeps who appealed, apart from what the appeal is. */
@Component
public class ComplainantStore {

  private final JdbcClient jdbc;

  ComplainantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Complainant> find(UUID appeal) {
    return jdbc.sql("select * from appeal.complainant where appeal_id = ?").param(appeal).query(ComplainantStore::row).optional();
  }

  /** Writes who appealed as the channel says it now; answers whether anything differed. Whoever was erased stays erased. */
  public boolean replace(UUID appeal, String area, @Nullable UUID estate, Complainant who, byte @Nullable [] phoneKey) {
    return jdbc.sql("""
            insert into appeal.complainant as c (appeal_id, area, estate_id, kind, name, phone, door, phone_key, reply_by)
            select :appeal, :area, :estate, :kind, :name, :phone, :door, :key, :replyBy
            where :kind <> 'ANONYMOUS' or exists (select from appeal.complainant where appeal_id = :appeal)
            on conflict (appeal_id) do update set kind = excluded.kind, name = excluded.name, phone = excluded.phone,
              door = excluded.door, phone_key = excluded.phone_key, reply_by = excluded.reply_by
            where c.erased_at is null and (c.kind, c.name, c.phone, c.door, c.reply_by)
              is distinct from (excluded.kind, excluded.name, excluded.phone, excluded.door, excluded.reply_by)""")
        .param("appeal", appeal).param("area", area).param("estate", estate, Types.OTHER).param("kind", who.kind().name())
        .param("name", who.name(), Types.VARCHAR).param("phone", who.phone(), Types.VARCHAR)
        .param("door", who.door(), Types.VARCHAR).param("key", phoneKey, Types.BINARY)
        .param("replyBy", who.replyBy().name()).update() > 0;
  }

  /** Other appeals of the same telephone number, the latest first. */
  public List<UUID> sameCaller(UUID appeal, Instant since, int most) {
    return jdbc.sql("""
            select c.appeal_id from appeal.complainant c
              join appeal.complainant mine on mine.phone_key = c.phone_key and mine.appeal_id = :appeal
              join appeal.appeal a on a.id = c.appeal_id
            where c.appeal_id <> :appeal and a.received_at >= :since order by c.appeal_id desc limit :most""")
        .param("appeal", appeal).param("since", Fields.utc(since)).param("most", most)
        .query((row, n) -> Fields.id(row, "appeal_id")).list();
  }

  /** Erases who appealed, of appeals closed before the instant; the appeals stay. */
  public int erase(Instant before) {
    return jdbc.sql("""
            update appeal.complainant c set name = null, phone = null, door = null, phone_key = null, lookup_key = null,
              erased_at = now()
            from appeal.appeal a where a.id = c.appeal_id and c.erased_at is null and a.state in ('CLOSED', 'ARCHIVED')
              and a.closed_at < ?""").param(Fields.utc(before)).update();
  }

  public long remaining(Instant before) {
    return jdbc.sql("""
            select count(*) from appeal.complainant c join appeal.appeal a on a.id = c.appeal_id
            where a.state in ('CLOSED', 'ARCHIVED') and a.closed_at < ?
              and (c.name is not null or c.phone is not null or c.door is not null or c.phone_key is not null
                or c.lookup_key is not null)""")
        .param(Fields.utc(before)).query(Long.class).single();
  }

  private static Complainant row(ResultSet row, int number) throws SQLException {
    return new Complainant(Complainant.Kind.valueOf(row.getString("kind")), row.getString("name"), row.getString("phone"),
        row.getString("door"), Complainant.ReplyBy.valueOf(row.getString("reply_by")), Fields.instantIfAny(row, "consent_at"));
  }
}
