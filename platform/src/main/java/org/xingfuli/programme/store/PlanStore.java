package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Columns;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Plan.NodeResult;
import org.xingfuli.programme.model.Plan.State;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.wire.StoredJson;

/** Plans, with the basis each was computed from and the dates it gives every activity. */
@Component
public class PlanStore {

  private static final String SUMMARY = """
      select id, programme_id, version, state, created_at, created_by, frozen_at, frozen_by, frozen_on, note, rule,
        method, seed, activities, seconds, late_nodes, weighted_lateness, hand_over, nodes
      from programme.plan
      """;

  private final JdbcClient jdbc;

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first. */
  public List<Plan> ofProgramme(UUID programmeId) {
    return jdbc.sql(SUMMARY + " where programme_id = ? order by version desc").param(programmeId)
        .query(PlanStore::plan).list();
  }

  public Optional<Plan> find(UUID id) {
    return jdbc.sql(SUMMARY + " where id = ?").param(id).query(PlanStore::plan).optional();
  }

  public Optional<Plan> frozen(UUID programmeId) {
    return jdbc.sql(SUMMARY + " where programme_id = ? and state = 'FROZEN'").param(programmeId)
        .query(PlanStore::plan).optional();
  }

  public Basis basis(UUID id) {
    return StoredJson.read(
        jdbc.sql("select basis from programme.plan where id = ?").param(id)
            .query((row, number) -> row.getString(1)).single(),
        Basis.class);
  }

  /** The next version; holds the programme's row so that two plans never take the same. */
  public int nextVersion(UUID programmeId) {
    jdbc.sql("select id from programme.programme where id = ? for update").param(programmeId)
        .query((row, number) -> row.getString(1)).single();
    return jdbc.sql("select coalesce(max(version), 0) + 1 from programme.plan where programme_id = ?")
        .param(programmeId).query((row, number) -> row.getInt(1)).single();
  }

  public void insert(Plan plan, Basis basis, List<Dates> dates) {
    jdbc.sql("""
        insert into programme.plan (id, programme_id, version, state, created_at, created_by, note, rule, method, seed,
          activities, seconds, late_nodes, weighted_lateness, hand_over, nodes, basis)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(plan.id(), plan.programmeId(), plan.version(), plan.state().name(), utc(plan.createdAt()),
            plan.createdBy(), plan.note(), plan.rule(), plan.method(), plan.seed(), plan.activities(), plan.seconds(),
            plan.lateNodes(), plan.weightedLateness(), plan.handOver(), StoredJson.write(plan.nodes()), StoredJson.write(basis)))
        .update();
    jdbc.sql("""
        insert into programme.plan_activity (plan_id, activity_id, project_id, area, position, start, finish,
          latest_start, float_days, critical, binding, binding_activity, binding_crew)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::date[], ?::date[], ?::date[],
          ?::int[], ?::boolean[], ?::text[], ?::uuid[], ?::text[])""")
        .params(Values.of(plan.id(), Columns.text(dates, Dates::activityId), Columns.text(dates, Dates::projectId),
            Columns.text(dates, Dates::area), Columns.text(dates, Dates::position), Columns.text(dates, Dates::start),
            Columns.text(dates, Dates::finish), Columns.text(dates, Dates::latestStart),
            Columns.text(dates, Dates::floatDays), Columns.text(dates, Dates::critical),
            Columns.text(dates, Dates::binding), Columns.text(dates, Dates::bindingActivity),
            Columns.text(dates, Dates::bindingCrew)))
        .update();
  }

  /** The dates of a plan, in the order of its basis; only of projects the caller sees. */
  public List<Dates> dates(UUID planId) {
    return jdbc.sql("select * from programme.plan_activity where plan_id = ? order by position").param(planId)
        .query(PlanStore::dates).list();
  }

  /** The dates one project has in a plan. */
  public List<Dates> dates(UUID planId, UUID projectId) {
    return jdbc.sql("select * from programme.plan_activity where plan_id = ? and project_id = ? order by position")
        .params(planId, projectId).query(PlanStore::dates).list();
  }

  public void supersedeFrozen(UUID programmeId) {
    jdbc.sql("update programme.plan set state = 'SUPERSEDED' where programme_id = ? and state = 'FROZEN'")
        .param(programmeId).update();
  }

  public void freeze(UUID id, Instant at, String by, LocalDate on) {
    jdbc.sql("update programme.plan set state = 'FROZEN', frozen_at = ?, frozen_by = ?, frozen_on = ? where id = ?")
        .params(utc(at), by, on, id).update();
  }

  public void delete(UUID id) {
    jdbc.sql("delete from programme.plan where id = ?").param(id).update();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Plan plan(ResultSet row, int number) throws SQLException {
    return new Plan(
        row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class), row.getInt("version"),
        State.valueOf(row.getString("state")), row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"), instant(row, "frozen_at"), row.getString("frozen_by"),
        row.getObject("frozen_on", LocalDate.class), row.getString("note"), row.getString("rule"),
        row.getString("method"), row.getLong("seed"), row.getInt("activities"), row.getDouble("seconds"),
        row.getInt("late_nodes"), row.getLong("weighted_lateness"), row.getObject("hand_over", LocalDate.class),
        StoredJson.readList(row.getString("nodes"), NodeResult.class));
  }

  private static Dates dates(ResultSet row, int number) throws SQLException {
    return new Dates(
        row.getObject("activity_id", UUID.class), row.getObject("project_id", UUID.class), row.getString("area"),
        row.getInt("position"), row.getObject("start", LocalDate.class), row.getObject("finish", LocalDate.class),
        row.getObject("latest_start", LocalDate.class), row.getInt("float_days"), row.getBoolean("critical"),
        row.getString("binding"), row.getObject("binding_activity", UUID.class), row.getString("binding_crew"));
  }
}
