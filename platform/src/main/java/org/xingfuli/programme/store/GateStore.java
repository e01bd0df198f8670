package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.ConditionStanding;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.GatePassage;
import org.xingfuli.wire.StoredJson;

/** Gates with their conditions, what was stated of them and what was passed. */
@Component
public class GateStore {

  private final JdbcClient jdbc;

  GateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they are passed, each with its conditions. */
  public List<Gate> all() {
    var conditions = jdbc.sql("select * from programme.gate_condition order by gate_code, position, code")
        .query((row, number) -> Map.entry(row.getString("gate_code"), condition(row))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql("select * from programme.gate order by position").query((row, number) -> {
      var act = row.getString("act");
      return new Gate(row.getString("code"), Words.of(row.getString("name_zh"), row.getString("name_en")),
          act == null ? null : ProjectStage.Act.valueOf(act), row.getString("activity_code"),
          row.getBoolean("at_start"), conditions.getOrDefault(row.getString("code"), List.of()));
    }).list();
  }

  /** Replaces what a district may change of a condition when the version is still the one read; returns whether it was. */
  public boolean update(String gate, Gate.Condition condition) {
    return jdbc.sql("""
        update programme.gate_condition set text_zh = ?, text_en = ?, source = ?, unconfirmed = ?, role = ?,
          evidence_required = ?, required = ?, lead_days = ?, version = version + 1
        where gate_code = ? and code = ? and version = ?""")
        .params(condition.text().zh(), condition.text().en(), condition.source(), condition.unconfirmed(),
            condition.role().name(), condition.evidenceRequired(), condition.required(), condition.leadDays(), gate,
            condition.code(), condition.version())
        .update() == 1;
  }

  /** Retires a condition, or asks for it again, when the version is still the one read; returns whether it was. */
  public boolean retire(String gate, String condition, @Nullable LocalDate on, int version) {
    return jdbc.sql("""
        update programme.gate_condition set retired_on = cast(:on as date), version = version + 1
        where gate_code = :gate and code = :code and version = :version""")
        .param("on", on).param("gate", gate).param("code", condition).param("version", version).update() == 1;
  }

  /** Puts the conditions of a gate in this order. */
  public void order(String gate, List<String> codes) {
    for (int at = 0; at < codes.size(); at++) {
      jdbc.sql("update programme.gate_condition set position = ? where gate_code = ? and code = ?")
          .params(at + 1, gate, codes.get(at)).update();
    }
  }

  /** Puts a condition behind the others of its gate; returns whether there was none of that code. */
  public boolean insert(String gate, Gate.Condition condition) {
    return jdbc.sql("""
        insert into programme.gate_condition (gate_code, code, position, text_zh, text_en, source, unconfirmed, role,
          evidence_required, required, lead_days, fed_by)
        values (:gate, :code, (select coalesce(max(position), 0) + 1 from programme.gate_condition where gate_code = :gate),
          :zh, :en, :source, :unconfirmed, :role, :evidence, :required, :lead, null)
        on conflict do nothing""")
        .param("gate", gate).param("code", condition.code()).param("zh", condition.text().zh())
        .param("en", condition.text().en()).param("source", condition.source())
        .param("unconfirmed", condition.unconfirmed()).param("role", condition.role().name())
        .param("evidence", condition.evidenceRequired()).param("required", condition.required())
        .param("lead", condition.leadDays()).update() == 1;
  }

  public void insert(ConditionStanding standing) {
    jdbc.sql("""
        insert into programme.gate_standing (id, project_id, area, gate_code, condition_code, state, reason, evidence,
          stated_on, stated_at, stated_by, stated_name, stated_via)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(standing.id(), standing.projectId(), standing.area(), standing.gate(), standing.condition(),
            standing.state().name(), standing.reason(), StoredJson.write(standing.evidence()), standing.on(),
            PlanStore.utc(standing.at()), standing.by(), standing.byName(), standing.via())
        .update();
  }

  /** Everything stated of a project's conditions, in the order it was stated. */
  public List<ConditionStanding> ofProject(UUID projectId) {
    return jdbc.sql("select * from programme.gate_standing where project_id = ? order by id").param(projectId)
        .query(GateStore::standing).list();
  }

  /** The last statement on every condition of a programme's projects. */
  public List<ConditionStanding> lastOfProgramme(UUID programmeId) {
    return jdbc.sql("""
        select distinct on (s.project_id, s.gate_code, s.condition_code) s.* from programme.gate_standing s
        join programme.project p on p.id = s.project_id where p.programme_id = ?
        order by s.project_id, s.gate_code, s.condition_code, s.id desc""").param(programmeId)
        .query(GateStore::standing).list();
  }

  public void insert(GatePassage passage) {
    jdbc.sql("""
        insert into programme.gate_passage (project_id, area, gate_code, passed_on, passed_at, passed_by, passed_name, waived,
          carried)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(passage.projectId(), passage.area(), passage.gate(), passage.on(), PlanStore.utc(passage.at()),
            passage.by(), passage.byName(), passage.waived(), passage.carried())
        .update();
  }

  /** The gates a project has passed are passed where it goes on too; history tells them of the year they were passed in. */
  public void carryPassages(UUID from, UUID to, String area) {
    jdbc.sql("""
        insert into programme.gate_passage (project_id, area, gate_code, passed_on, passed_at, passed_by, passed_name, waived,
          carried)
        select ?, ?, gate_code, passed_on, passed_at, passed_by, passed_name, waived, true from programme.gate_passage
        where project_id = ?""").params(to, area, from).update();
  }

  public List<GatePassage> passages(UUID programmeId) {
    return jdbc.sql("""
        select g.* from programme.gate_passage g join programme.project p on p.id = g.project_id
        where p.programme_id = ?""").param(programmeId).query(GateStore::passage).list();
  }

  public List<GatePassage> passagesOf(UUID projectId) {
    return jdbc.sql("select * from programme.gate_passage where project_id = ?").param(projectId)
        .query(GateStore::passage).list();
  }

  public ProjectStage stageOf(UUID projectId) {
    return jdbc.sql("select stage from programme.project where id = ?").param(projectId)
        .query((row, number) -> ProjectStage.valueOf(row.getString(1))).single();
  }

  public Map<UUID, ProjectStage> stages(UUID programmeId) {
    return jdbc.sql("select id, stage from programme.project where programme_id = ?").param(programmeId)
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), ProjectStage.valueOf(row.getString(2)))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public void stage(UUID projectId, ProjectStage stage) {
    jdbc.sql("update programme.project set stage = ? where id = ?").params(stage.name(), projectId).update();
  }

  private static Gate.Condition condition(ResultSet row) throws SQLException {
    return new Gate.Condition(row.getString("code"), Words.of(row.getString("text_zh"), row.getString("text_en")),
        row.getString("source"), row.getBoolean("unconfirmed"), Mover.valueOf(row.getString("role")),
        row.getBoolean("evidence_required"), row.getBoolean("required"), row.getInt("lead_days"),
        row.getString("fed_by"), row.getObject("retired_on", LocalDate.class), row.getInt("version"));
  }

  private static ConditionStanding standing(ResultSet row, int number) throws SQLException {
    return new ConditionStanding(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
        row.getString("area"), row.getString("gate_code"), row.getString("condition_code"),
        ConditionState.valueOf(row.getString("state")), row.getString("reason"),
        StoredJson.readList(row.getString("evidence"), UUID.class), row.getObject("stated_on", LocalDate.class),
        row.getObject("stated_at", OffsetDateTime.class).toInstant(), row.getObject("stated_by", UUID.class),
        row.getString("stated_name"), row.getString("stated_via"));
  }

  private static GatePassage passage(ResultSet row, int number) throws SQLException {
    return new GatePassage(row.getObject("project_id", UUID.class), row.getString("area"), row.getString("gate_code"),
        row.getObject("passed_on", LocalDate.class), row.getObject("passed_at", OffsetDateTime.class).toInstant(),
        row.getObject("passed_by", UUID.class), row.getString("passed_name"), row.getInt("waived"),
        row.getBoolean("carried"));
  }
}
