package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;

/** Keeps what appeals are and where they stand. */
@Component
public class AppealStore {

  private final JdbcClient jdbc;

  AppealStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Appeal> find(UUID id) {
    return jdbc.sql("select * from appeal.appeal where id = ?").param(id).query(AppealStore::row).optional();
  }

  public List<Appeal> list(Collection<UUID> ids) {
    return jdbc.sql("select * from appeal.appeal where id = any(?) order by id").param(ids.toArray(UUID[]::new))
        .query(AppealStore::row).list();
  }

  public Optional<Appeal> byNumber(String number) {
    return jdbc.sql("select * from appeal.appeal where number = ?").param(number).query(AppealStore::row).optional();
  }

  /** The appeal, held until the transaction ends. */
  public Optional<Appeal> lock(UUID id) {
    return jdbc.sql("select * from appeal.appeal where id = ? for no key update").param(id).query(AppealStore::row).optional();
  }

  /** These, held in the order of their ids, so that two who merge do not wait for each other. */
  public List<Appeal> lock(Collection<UUID> ids) {
    return jdbc.sql("select * from appeal.appeal where id = any(?) order by id for no key update").param(ids.toArray(UUID[]::new))
        .query(AppealStore::row).list();
  }

  /** Those merged into it, held. */
  public List<Appeal> lockMembers(UUID lead) {
    return jdbc.sql("select * from appeal.appeal where merged_into = ? order by id for no key update").param(lead)
        .query(AppealStore::row).list();
  }

  public List<Appeal> members(UUID lead) {
    return jdbc.sql("select * from appeal.appeal where merged_into = ? order by id").param(lead).query(AppealStore::row).list();
  }

  /** Begins a change of an appeal that the running transaction holds. */
  public Change change(UUID id) {
    return new Change(id);
  }

  /** What belongs to an appeal is read by whoever reads its place, so it moves along. */
  public static final List<String> MOVES_ALONG = List.of("complainant", "entry", "support", "reply", "proof", "call_back", "extension", "link",
      "search_text", "clock", "ticket", "sent_order", "open311_request", "matter_appeal", "promise", "explanation",
      "recheck");

  /** What lies where an estate does, whatever becomes of single appeals; a walk-in stays with the table it came to. */
  private static final List<String> OF_AN_ESTATE =
      List.of("appeal", "place_code", "matter", "reception_point", "reception_hours", "duty", "walk_in");

  /** The appeal lies elsewhere than was thought, with all that belongs to it. */
  public void move(UUID id, NewAppeal.Where where) {
    jdbc.sql("""
            update appeal.appeal set area = ?, estate_id = ?, building_id = ?, building = ?, stairwell = ?, place = ?, latitude = ?,
              longitude = ?, version = version + 1 where id = ?""")
        .params(Fields.values(where.area(), where.estate(), where.buildingId(), where.building(), where.stairwell(), where.place(),
            where.latitude(), where.longitude(), id)).update();
    MOVES_ALONG.forEach(table -> jdbc.sql("update appeal." + table + " set area = ?, estate_id = ? where appeal_id = ?")
        .params(Fields.values(where.area(), where.estate(), id)).update());
  }

  /** The estate lies in another area: so do its appeals, and its codes. */
  public void moveEstate(UUID estate, String area) {
    Stream.concat(OF_AN_ESTATE.stream(), MOVES_ALONG.stream()).forEach(table ->
        jdbc.sql("update appeal." + table + " set area = ? where estate_id = ? and area <> ?").params(area, estate, area).update());
  }

  /** Columns of one appeal that get new values; the version counts up. */
  public final class Change {

    private final UUID id;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Change(UUID id) {
      this.id = id;
    }

    /** @param column one of the schema's names, written in the code */
    public Change set(String column, @Nullable Object value) {
      values.put(column, value instanceof Enum<?> name ? name.name() : value instanceof Instant at ? Fields.utc(at) : value);
      return this;
    }

    public void write() {
      var columns = values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
      jdbc.sql("update appeal.appeal set " + columns + (columns.isEmpty() ? "" : ", ") + "version = version + 1 where id = :id")
          .params(values).param("id", id).update();
    }
  }

  static Appeal row(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    return new Appeal(Fields.id(row, "id"), row.getString("number"), Channel.valueOf(row.getString("channel")),
        row.getString("original_number"), AppealKind.valueOf(row.getString("kind")), Urgency.valueOf(row.getString("urgency")),
        AppealState.valueOf(row.getString("state")), row.getString("title"), row.getString("words"), row.getString("class_code"),
        row.getString("class_by"), row.getBoolean("confidential"),
        new NewAppeal.Where(row.getString("area"), Fields.idIfAny(row, "estate_id"), Fields.idIfAny(row, "building_id"),
            row.getString("building"), Fields.numberIfAny(row, "stairwell"), row.getString("place"),
            row.getBigDecimal("latitude"), row.getBigDecimal("longitude")),
        Fields.instant(row, "said_at"), Fields.instant(row, "received_at"), Fields.idIfAny(row, "lead_id"),
        Fields.idIfAny(row, "handler_id"), row.getInt("round"), Fields.idIfAny(row, "merged_into"),
        Fields.idIfAny(row, "split_from"), row.getInt("escalation"), Fields.instantIfAny(row, "due_at"),
        row.getString("due_step"), Fields.instantIfAny(row, "warn_at"), Fields.instantIfAny(row, "replied_at"),
        Fields.instantIfAny(row, "closed_at"), outcome == null ? null : Outcome.valueOf(outcome),
        row.getObject("resolved", Boolean.class), row.getObject("satisfied", Boolean.class), row.getInt("version"));
  }
}
