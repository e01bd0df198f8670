package org.xingfuli.evidence.store;

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

/** Keeps before/after pairs. */
@Component
public class PairStore {

  /**
   * Two photos of one place.
   *
   * @param place in words, such as {@code 12幢屋面}
   */
  public record Pair(UUID id, UUID estateId, UUID beforeId, UUID afterId, String place, UUID madeBy, Instant madeAt) {}

  private final JdbcClient jdbc;

  PairStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the two are a pair already. */
  public boolean insert(Pair pair) {
    return jdbc.sql("""
        insert into evidence.pair (id, estate_id, area, before_id, after_id, place, made_by, made_at)
        select :id, estate_id, area, :before, :after, :place, :by, :at from evidence.item where id = :before
        on conflict (before_id, after_id) do nothing""")
        .param("id", pair.id()).param("before", pair.beforeId()).param("after", pair.afterId())
        .param("place", pair.place()).param("by", pair.madeBy()).param("at", EvidenceRows.offset(pair.madeAt()))
        .update() == 1;
  }

  public Optional<Pair> find(UUID id) {
    return jdbc.sql("select * from evidence.pair where id = ?").param(id).query(PairStore::row).optional();
  }

  /** The pairs of an estate, or of all the scope reaches; those with a withdrawn photo are left out. */
  public List<Pair> ofEstate(@Nullable UUID estate, int limit) {
    return jdbc.sql("""
            select p.* from evidence.pair p
              join evidence.item b on b.id = p.before_id join evidence.item a on a.id = p.after_id
            where (cast(:estate as uuid) is null or p.estate_id = cast(:estate as uuid))
              and b.withdrawn_at is null and a.withdrawn_at is null
            order by p.made_at desc, p.id desc limit :limit""")
        .param("estate", estate).param("limit", limit).query(PairStore::row).list();
  }

  private static Pair row(ResultSet row, int number) throws SQLException {
    return new Pair(row.getObject("id", UUID.class), row.getObject("estate_id", UUID.class),
        row.getObject("before_id", UUID.class), row.getObject("after_id", UUID.class), row.getString("place"),
        row.getObject("made_by", UUID.class), row.getObject("made_at", OffsetDateTime.class).toInstant());
  }
}
