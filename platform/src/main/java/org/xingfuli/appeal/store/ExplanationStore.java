package org.xingfuli.appeal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Explanation;
import org.xingfuli.identity.Words;

/** Keeps what explains appeals, and which appeals are still to be looked at. */
@Component
public class ExplanationStore {

  /** An explanation as it is kept; one that a person took away stays, so that it does not come back. */
  public record Kept(Explanation explanation, Instant linkedAt, @Nullable Instant removedAt) {}

  private final JdbcClient jdbc;

  ExplanationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appeals in estates that wait to be looked at, held; those that somebody works on now come next time. The queue first, then each
   * appeal by its id: a join would be free to walk through all appeals up to the first that waits.
   */
  public List<Appeal> waiting(int most) {
    return jdbc.sql("""
            select a.* from (select appeal_id from appeal.unexplained order by appeal_id limit ? for update skip locked) waits
            cross join lateral (select * from appeal.appeal where id = waits.appeal_id for no key update skip locked) a order by a.id""")
        .param(most).query(AppealStore::row).list();
  }

  public void looked(Collection<UUID> appeals) {
    jdbc.sql("delete from appeal.unexplained where appeal_id = any(?)").param(appeals.toArray(UUID[]::new)).update();
  }

  private static final String AGAIN = "insert into appeal.unexplained (appeal_id) select id from appeal.appeal ";

  /** Who looks at one of them now does not know yet what has changed: it is put down again when he has ended. */
  private static final String STILL = " order by id on conflict (appeal_id) do update set appeal_id = excluded.appeal_id";

  /** Something has changed in these estates: their open appeals are looked at again. */
  public void lookAgain(Collection<UUID> estates) {
    jdbc.sql(AGAIN + "where estate_id = any(?) and state not in ('CLOSED', 'ARCHIVED')" + STILL)
        .param(estates.toArray(UUID[]::new)).update();
  }

  /** Open appeals of these classes, of what lies below them, or of none yet, that were said since then, are looked at again. */
  public void lookAgain(Collection<String> classes, Instant since) {
    jdbc.sql(AGAIN + """
            where estate_id is not null and state not in ('CLOSED', 'ARCHIVED')
              and said_at >= ? and (class_code is null or class_code like any (?))""" + STILL)
        .params(Fields.utc(since), classes.stream().map(code -> code + "%").toArray(String[]::new)).update();
  }

  public List<Kept> of(UUID appeal) {
    return of(List.of(appeal)).getOrDefault(appeal, List.of());
  }

  /** The same for many appeals; those that nothing explains are absent. */
  public Map<UUID, List<Kept>> of(Collection<UUID> appeals) {
    return jdbc.sql("select * from appeal.explanation where appeal_id = any(?) order by first_day, number").param(appeals.toArray(UUID[]::new))
        .query((row, n) -> Map.entry(Fields.id(row, "appeal_id"),
            new Kept(row(row), Fields.instant(row, "linked_at"), Fields.instantIfAny(row, "removed_at")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Writes it once; answers whether it was written now. */
  public boolean insert(Appeal appeal, Explanation one, Instant at) {
    return jdbc.sql("""
            insert into appeal.explanation (appeal_id, kind, target_id, area, estate_id, number, name_zh, name_en, buildings, first_day,
              last_day, begins, ends, announced_by, placed, unconfirmed, linked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(Fields.values(appeal.id(), one.kind().name(), one.target(), appeal.area(), appeal.estate(), one.number(), one.name().zh(),
            one.name().en(), String.join(" ", one.buildings()), one.first(), one.last(), one.begins(), one.ends(), one.announcedBy(),
            one.placed(), one.unconfirmed(), Fields.utc(at))).update() == 1;
  }

  /** It does not hold any more; what a person took away is kept. */
  public void delete(UUID appeal, UUID target) {
    jdbc.sql("delete from appeal.explanation where appeal_id = ? and target_id = ? and removed_at is null").params(appeal, target).update();
  }

  /** A person says it explains nothing. */
  public boolean remove(UUID appeal, UUID target, UUID by, Instant at) {
    return jdbc.sql("""
            update appeal.explanation set removed_at = ?, removed_by = ?
            where appeal_id = ? and target_id = ? and removed_at is null""")
        .params(Fields.utc(at), by, appeal, target).update() > 0;
  }

  private static Explanation row(ResultSet row) throws SQLException {
    var buildings = row.getString("buildings");
    return new Explanation(AnnouncementKind.valueOf(row.getString("kind")), Fields.id(row, "target_id"), row.getString("number"),
        new Words(row.getString("name_zh"), row.getString("name_en")),
        buildings.isEmpty() ? List.of() : Arrays.asList(buildings.split(" ")), row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class), row.getObject("begins", LocalTime.class), row.getObject("ends", LocalTime.class),
        row.getString("announced_by"), row.getBoolean("placed"), row.getBoolean("unconfirmed"));
  }
}
