package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;

/** Keeps the matters that were raised to the command, and reads what is looked at to find them. */
@Component
public class MatterStore {

  /** An appeal as far as its matter is concerned. */
  public record Told(UUID id, String title, String words, Instant at, @Nullable UUID estate, String area, boolean open) {}

  /**
   * A matter as it was raised.
   *
   * @param appeals how many there were then
   */
  public record Matter(UUID id, String title, String words, String area, @Nullable UUID estate, Instant raisedAt, int appeals,
      @Nullable Instant settledAt, @Nullable String settledWords) {}

  private static final String TOLD = "select id, title, words, received_at, estate_id, area, state from appeal.appeal ";

  private final JdbcClient jdbc;

  MatterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appeals received since then, the latest first; suggestions, praise and confidential ones tell no matter.
   *
   * @param units only those these organisations lead or support; null for all in reach
   */
  public List<Told> since(Instant moment, @Nullable Collection<UUID> units, int most) {
    return jdbc.sql(TOLD + "a where received_at >= :moment and not confidential and kind <> :kind and " + Fields.OF_UNITS
            + " order by received_at desc, id desc limit :most")
        .param("moment", Fields.utc(moment)).param("kind", AppealKind.SUGGESTION.name())
        .param("units", units == null ? null : units.toArray(UUID[]::new)).param("most", most).query(MatterStore::told).list();
  }

  /** Appeals whose ids come after the given one, in their order. */
  public List<Told> after(UUID id, int most) {
    return jdbc.sql(TOLD + "where id > ? and not confidential order by id limit ?").params(id, most).query(MatterStore::told).list();
  }

  /** The id behind which the latest appeals begin. */
  public @Nullable UUID latestBut(int most) {
    return jdbc.sql("select id from appeal.appeal order by id desc offset ? limit 1").param(most).query(UUID.class).optional().orElse(null);
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(Fields.id(row, "id"), row.getString("title"), row.getString("words"), Fields.instant(row, "received_at"),
        Fields.idIfAny(row, "estate_id"), row.getString("area"), !List.of("CLOSED", "ARCHIVED").contains(row.getString("state")));
  }

  public void insert(Matter matter, Collection<Told> appeals) {
    jdbc.sql("insert into appeal.matter (id, title, words, area, estate_id, raised_at, appeals) values (?, ?, ?, ?, ?, ?, ?)")
        .params(Fields.values(matter.id(), matter.title(), matter.words(), matter.area(), matter.estate(), Fields.utc(matter.raisedAt()),
            matter.appeals())).update();
    add(matter.id(), appeals);
  }

  /** Appeals that have come to a matter since. */
  public void add(UUID matter, Collection<Told> appeals) {
    for (var one : appeals) {
      jdbc.sql("insert into appeal.matter_appeal (matter_id, appeal_id, area, estate_id) values (?, ?, ?, ?) on conflict do nothing")
          .params(Fields.values(matter, one.id(), one.area(), one.estate())).update();
    }
  }

  /** Matters not settled yet, the latest first, with the appeals in sight. */
  public List<Matter> open() {
    return jdbc.sql("select * from appeal.matter where settled_at is null order by raised_at desc, id desc").query(MatterStore::matter).list();
  }

  public List<Matter> all(int most) {
    return jdbc.sql("select * from appeal.matter order by settled_at is not null, raised_at desc, id desc limit ?").param(most)
        .query(MatterStore::matter).list();
  }

  public List<UUID> appeals(UUID matter) {
    return jdbc.sql("select appeal_id from appeal.matter_appeal where matter_id = ? order by appeal_id").param(matter)
        .query((row, n) -> Fields.id(row, "appeal_id")).list();
  }

  /** The open matter that one of the appeals belongs to. */
  public @Nullable UUID openOf(Collection<UUID> appeals) {
    return jdbc.sql("""
            select m.id from appeal.matter m join appeal.matter_appeal a on a.matter_id = m.id
            where m.settled_at is null and a.appeal_id = any(?) group by m.id order by count(*) desc, m.id limit 1""")
        .param(appeals.toArray(UUID[]::new)).query(UUID.class).optional().orElse(null);
  }

  public boolean settle(UUID matter, UUID by, String words, Instant at) {
    return jdbc.sql("update appeal.matter set settled_at = ?, settled_by = ?, settled_words = ? where id = ? and settled_at is null")
        .params(Fields.utc(at), by, words, matter).update() == 1;
  }

  private static Matter matter(ResultSet row, int number) throws SQLException {
    return new Matter(Fields.id(row, "id"), row.getString("title"), row.getString("words"), row.getString("area"),
        Fields.idIfAny(row, "estate_id"), Fields.instant(row, "raised_at"), row.getInt("appeals"),
        Fields.instantIfAny(row, "settled_at"), row.getString("settled_words"));
  }
}
