package org.xingfuli.command.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.command.model.StoredChart;
import org.xingfuli.command.model.StoredChart.Row;
import org.xingfuli.database.Columns;
import org.xingfuli.programme.ChartFacts;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import tools.jackson.databind.json.JsonMapper;

/** The stored battle chart; replaced as a whole, read as far as the caller sees. */
@Component
public class ChartStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final ChartNews news;

  ChartStore(JdbcClient jdbc, ChartNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  /** Lets one transaction at a time replace a programme's chart. */
  public void lock(UUID programmeId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('command.chart:' || ?, 0))")
        .param(programmeId.toString()).query((row, number) -> true).single();
  }

  public Optional<Long> version(UUID programmeId) {
    return jdbc.sql("select version from command.chart where programme_id = ?").param(programmeId)
        .query((row, number) -> row.getLong(1)).optional();
  }

  public Optional<StoredChart> find(UUID programmeId) {
    var rows = jdbc.sql("select * from command.chart_row where programme_id = ? order by code").param(programmeId)
        .query(ChartStore::row).list();
    var cells = jdbc.sql("select * from command.chart_cell where programme_id = ? order by project_id, due, node_id")
        .param(programmeId).query(ChartStore::cell).list();
    return jdbc.sql("select * from command.chart where programme_id = ?").param(programmeId)
        .query((row, number) -> new StoredChart(
            programmeId, row.getInt("year"), row.getString("name"), row.getLong("version"),
            row.getObject("data_date", LocalDate.class), row.getInt("at_risk_days"), row.getBoolean("unconfirmed"),
            row.getObject("updated_at", OffsetDateTime.class).toInstant(), nodes(row.getString("nodes")), rows, cells,
            instant(row.getObject("seen_at", OffsetDateTime.class))))
        .optional();
  }

  /** Puts the chart in the place of the one before, touching only what differs, and tells all nodes with the commit. */
  public void replace(StoredChart chart) {
    news.replaced(chart);
    var before = find(chart.programmeId());
    jdbc.sql("delete from command.chart where programme_id = ?").param(chart.programmeId()).update();
    jdbc.sql("""
        insert into command.chart (programme_id, year, name, version, data_date, at_risk_days, unconfirmed, nodes,
          updated_at, seen_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(values(chart.programmeId(), chart.year(), chart.name(), chart.version(), chart.dataDate(),
            chart.atRiskDays(), chart.unconfirmed(), JSON.writeValueAsString(chart.nodes()),
            chart.updatedAt().atOffset(ZoneOffset.UTC),
            chart.seen() == null ? null : chart.seen().atOffset(ZoneOffset.UTC)))
        .update();
    var changed = chart.changedSince(before.orElse(null));
    if (before.isEmpty() || changed.size() == chart.rows().size()) {
      jdbc.sql("delete from command.chart_cell where programme_id = ?").param(chart.programmeId()).update();
      jdbc.sql("delete from command.chart_row where programme_id = ?").param(chart.programmeId()).update();
    } else {
      var gone = before.get().rows().stream().map(Row::projectId)
          .filter(id -> changed.contains(id) || chart.rows().stream().noneMatch(row -> row.projectId().equals(id))).toList();
      var ids = Columns.text(gone, id -> id);
      jdbc.sql("delete from command.chart_cell where project_id = any(?::uuid[])").params(values((Object) ids)).update();
      jdbc.sql("delete from command.chart_row where project_id = any(?::uuid[])").params(values((Object) ids)).update();
    }
    insertRows(chart, chart.rows().stream().filter(row -> changed.contains(row.projectId())).toList());
    insertCells(chart.programmeId(), chart.cells().stream().filter(cell -> changed.contains(cell.projectId())).toList());
  }

  /** The projects that stand differently than in an older version. */
  public Set<UUID> changedAfter(UUID programmeId, long version) {
    return Set.copyOf(jdbc.sql("select project_id from command.chart_row where programme_id = ? and changed_in > ?")
        .params(programmeId, version).query((row, number) -> row.getObject(1, UUID.class)).list());
  }

  private void insertRows(StoredChart chart, List<Row> rows) {
    jdbc.sql("""
        insert into command.chart_row (programme_id, changed_in, project_id, area, code, name, street, estates, buildings,
          households, delivery_agent, contractor, carried_over_from, progress, planned_progress, in_frozen_plan)
        select ?::uuid, ?::bigint, * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[],
          ?::int[], ?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::int[], ?::boolean[])""")
        .params(values(chart.programmeId(), chart.version(), Columns.text(rows, Row::projectId), Columns.text(rows, Row::area),
            Columns.text(rows, Row::code), Columns.text(rows, Row::name), Columns.text(rows, Row::street),
            Columns.text(rows, Row::estates), Columns.text(rows, Row::buildings), Columns.text(rows, Row::households),
            Columns.text(rows, Row::deliveryAgent), Columns.text(rows, Row::contractor),
            Columns.text(rows, Row::carriedOverFrom), Columns.text(rows, Row::progress),
            Columns.text(rows, Row::plannedProgress), Columns.text(rows, Row::inFrozenPlan)))
        .update();
  }

  private void insertCells(UUID programmeId, List<ForecastNode> cells) {
    jdbc.sql("""
        insert into command.chart_cell (programme_id, project_id, node_id, area, due, baseline, finish, float_days,
          shift_days, state, cause_zh, cause_en, mover, mover_kind)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[], ?::date[], ?::int[],
          ?::int[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])""")
        .params(values(programmeId, Columns.text(cells, ForecastNode::projectId),
            Columns.text(cells, ForecastNode::nodeId), Columns.text(cells, ForecastNode::area),
            Columns.text(cells, ForecastNode::due), Columns.text(cells, ForecastNode::baseline),
            Columns.text(cells, ForecastNode::finish), Columns.text(cells, ForecastNode::floatDays),
            Columns.text(cells, ForecastNode::shiftDays), Columns.text(cells, cell -> cell.state().name()),
            Columns.text(cells, cell -> Optional.ofNullable(cell.cause()).map(Words::zh).orElse(null)),
            Columns.text(cells, cell -> Optional.ofNullable(cell.cause()).map(Words::en).orElse(null)),
            Columns.text(cells, ForecastNode::mover),
            Columns.text(cells, cell -> Optional.ofNullable(cell.moverKind()).map(Enum::name).orElse(null))))
        .update();
  }

  public void clear(UUID programmeId) {
    jdbc.sql("delete from command.chart_cell where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from command.chart_row where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from command.chart where programme_id = ?").param(programmeId).update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static List<@Nullable Object> values(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static List<ChartFacts.Node> nodes(String json) {
    return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, ChartFacts.Node.class));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("project_id", UUID.class), row.getString("code"), row.getString("name"),
        row.getString("street"), row.getString("area"), row.getInt("estates"), row.getInt("buildings"), row.getInt("households"),
        row.getObject("delivery_agent", UUID.class), row.getObject("contractor", UUID.class),
        row.getObject("carried_over_from", Integer.class), row.getInt("progress"), row.getInt("planned_progress"),
        row.getBoolean("in_frozen_plan"));
  }

  private static ForecastNode cell(ResultSet row, int number) throws SQLException {
    var zh = row.getString("cause_zh");
    var mover = row.getString("mover_kind");
    return new ForecastNode(
        row.getObject("project_id", UUID.class), row.getObject("node_id", UUID.class), row.getString("area"),
        row.getObject("due", LocalDate.class), row.getObject("baseline", LocalDate.class),
        row.getObject("finish", LocalDate.class), row.getInt("float_days"), row.getInt("shift_days"),
        State.valueOf(row.getString("state")), zh == null ? null : Words.of(zh, row.getString("cause_en")),
        row.getObject("mover", UUID.class), mover == null ? null : ForecastNode.Mover.valueOf(mover));
  }
}
