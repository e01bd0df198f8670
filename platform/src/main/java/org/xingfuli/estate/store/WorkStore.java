package org.xingfuli.estate.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.estate.WorkLane;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.model.Menu;
import org.xingfuli.estate.model.SiteLimit;
import org.xingfuli.estate.model.WorkItem;
import org.xingfuli.identity.Words;

/** Keeps the catalogue of works and every estate's menu. */
@Component
public class WorkStore {

  private static final String LINES = """
      select l.*, i.name_zh, i.name_en, i.class, i.lane, i.unit_zh, i.unit_en, i.cost_low, i.cost_high, i.activities,
        i.source, i.unconfirmed
      from estate.work_line l join estate.work_item i on i.edition = l.edition and i.code = l.code""";

  private final JdbcClient jdbc;

  WorkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest edition of the catalogue. */
  public int edition() {
    return jdbc.sql("select max(number) from estate.work_edition").query(Integer.class).single();
  }

  public List<WorkItem> catalogue(int edition) {
    return jdbc.sql("select * from estate.work_item where edition = ? order by position").param(edition)
        .query(WorkStore::item).list();
  }

  public List<SiteLimit> limits(int edition) {
    return jdbc.sql("select * from estate.site_limit where edition = ? order by code").param(edition)
        .query((row, n) -> new SiteLimit(row.getInt("edition"), row.getString("code"), row.getString("work"),
            row.getBigDecimal("takes"), row.getString("out_of"), row.getBigDecimal("most_share"), words(row, "name"),
            row.getString("source"), row.getBoolean("unconfirmed")))
        .list();
  }

  /** The lines of these estates, each estate's in the catalogue's order. */
  public List<WorkLine> lines(Collection<UUID> estates) {
    return jdbc.sql(LINES + " where l.estate_id = any(:ids) order by l.estate_id, i.position")
        .param("ids", estates.toArray(UUID[]::new)).query(WorkStore::line).list();
  }

  public Optional<WorkLine> line(UUID estate, String code) {
    return jdbc.sql(LINES + " where l.estate_id = :estate and l.code = :code")
        .param("estate", estate).param("code", code).query(WorkStore::line).optional();
  }

  public Optional<WorkLine> line(UUID id) {
    return jdbc.sql(LINES + " where l.id = :id").param("id", id).query(WorkStore::line).optional();
  }

  public Optional<Menu> menu(UUID estate) {
    return jdbc.sql("select * from estate.menu where estate_id = ?").param(estate)
        .query((row, n) -> new Menu(row.getObject("estate_id", UUID.class), row.getInt("edition"),
            row.getObject("survey_id", UUID.class), row.getObject("derived_at", OffsetDateTime.class).toInstant(),
            row.getInt("version")))
        .optional();
  }

  /** Says from what the menu was derived, and counts its version up; returns the new one. */
  public int derived(Estate estate, int edition, @Nullable UUID survey, Instant at) {
    return jdbc.sql("""
        insert into estate.menu (estate_id, area, edition, survey_id, derived_at)
        values (:estate, :area, :edition, :survey, :at)
        on conflict (estate_id) do update set edition = excluded.edition, survey_id = excluded.survey_id,
          derived_at = excluded.derived_at, version = menu.version + 1
        returning version""")
        .param("estate", estate.id()).param("area", estate.area()).param("edition", edition).param("survey", survey)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class).single();
  }

  /** Counts the menu's version up, as for a change of a line. */
  public int countUp(UUID estate) {
    return jdbc.sql("update estate.menu set version = version + 1 where estate_id = ? returning version").param(estate)
        .query(Integer.class).single();
  }

  /** Adds the work, or derives it anew: a quantity somebody corrected stays, and so does the unit cost. */
  public void derive(UUID id, Estate estate, WorkItem item, BigDecimal amount) {
    jdbc.sql("""
        insert into estate.work_line (id, estate_id, area, edition, code, derived, quantity, unit_cost)
        values (:id, :estate, :area, :edition, :code, :amount, :amount, :cost)
        on conflict (estate_id, code) do update set derived = excluded.derived, edition = excluded.edition,
          quantity = case when work_line.corrected then work_line.quantity else excluded.derived end,
          version = work_line.version + 1
        where work_line.derived <> excluded.derived or work_line.edition <> excluded.edition""")
        .param("id", id).param("estate", estate.id()).param("area", estate.area()).param("edition", item.edition())
        .param("code", item.code()).param("amount", amount).param("cost", item.cost())
        .update();
  }

  public void update(WorkLine line) {
    jdbc.sql("""
        update estate.work_line set quantity = :quantity, corrected = :corrected, unit_cost = :cost, mark = :mark,
          reason = :reason, version = version + 1
        where id = :id""")
        .param("id", line.id()).param("quantity", line.quantity()).param("corrected", line.corrected())
        .param("cost", line.unitCost()).param("mark", line.mark().name()).param("reason", line.reason())
        .update();
  }

  private static WorkItem item(ResultSet row, int number) throws SQLException {
    return new WorkItem(row.getInt("edition"), row.getString("code"), words(row, "name"),
        WorkClass.valueOf(row.getString("class")), WorkLane.valueOf(row.getString("lane")), words(row, "unit"),
        row.getString("driver"), row.getBigDecimal("factor"), row.getBigDecimal("cost"),
        row.getBigDecimal("cost_low"), row.getBigDecimal("cost_high"), texts(row, "activities"),
        row.getString("source"), row.getBoolean("unconfirmed"));
  }

  private static WorkLine line(ResultSet row, int number) throws SQLException {
    return new WorkLine(row.getObject("id", UUID.class), row.getObject("estate_id", UUID.class), row.getString("code"),
        words(row, "name"), WorkClass.valueOf(row.getString("class")), WorkLane.valueOf(row.getString("lane")),
        row.getBigDecimal("quantity"), row.getBigDecimal("derived"), row.getBoolean("corrected"), words(row, "unit"),
        row.getBigDecimal("unit_cost"), row.getBigDecimal("cost_low"), row.getBigDecimal("cost_high"),
        texts(row, "activities"), WorkMark.valueOf(row.getString("mark")), row.getString("reason"),
        row.getString("source"), row.getBoolean("unconfirmed"), row.getInt("version"));
  }

  static Words words(ResultSet row, String column) throws SQLException {
    return new Words(row.getString(column + "_zh"), row.getString(column + "_en"));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
