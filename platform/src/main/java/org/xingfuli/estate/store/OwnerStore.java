package org.xingfuli.estate.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns a household, in clear: read only with a reason on record, and erased once its time is over. */
@Component
public class OwnerStore {

  /** A household's id is a UUIDv7 and says when it was put on record; so no column needs to. */
  private static final String OLD = "from estate.owner where household_id < ?";

  private final JdbcClient jdbc;

  OwnerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A household and its owner in clear. */
  public record Owned(
      UUID household, String area, String estate, String building, String door, @Nullable String name,
      @Nullable String phone) {}

  public Optional<Owned> find(UUID household) {
    return jdbc.sql("""
            select h.id, h.area, e.name as estate, b.number, h.door, o.name, o.phone
            from estate.household h join estate.building b on b.id = h.building_id
              join estate.estate e on e.id = h.estate_id left join estate.owner o on o.household_id = h.id
            where h.id = ?""")
        .param(household)
        .query((row, n) -> new Owned(row.getObject("id", UUID.class), row.getString("area"), row.getString("estate"),
            row.getString("number"), row.getString("door"), row.getString("name"), row.getString("phone")))
        .optional();
  }

  /** Erases the owners of households that were put on record before. */
  public long erase(Instant before) {
    return jdbc.sql("delete " + OLD).param(first(before)).update();
  }

  public long remaining(Instant before) {
    return jdbc.sql("select count(*) " + OLD).param(first(before)).query(Long.class).single();
  }

  /** The least id of the moment. */
  private static UUID first(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16, 0);
  }
}
