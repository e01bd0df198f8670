package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.NodeRule;
import org.xingfuli.programme.model.PlanningRules;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNode.AppliesTo;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.wire.StoredJson;

/** Programmes and their nodes. */
@Component
public class ProgrammeStore {

  private final JdbcClient jdbc;

  ProgrammeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest year first. */
  public List<Programme> all() {
    return jdbc.sql("select * from programme.programme order by year desc").query(ProgrammeStore::programme).list();
  }

  public Optional<Programme> find(UUID id) {
    return jdbc.sql("select * from programme.programme where id = ?").param(id)
        .query(ProgrammeStore::programme).optional();
  }

  /** Finds it and holds its row, so that what it assumes is checked and changed by one at a time. */
  public Optional<Programme> hold(UUID id) {
    return jdbc.sql("select * from programme.programme where id = ? for update").param(id)
        .query(ProgrammeStore::programme).optional();
  }

  public Optional<Programme> ofYear(int year) {
    return jdbc.sql("select * from programme.programme where year = ?").param(year)
        .query(ProgrammeStore::programme).optional();
  }

  public void insert(Programme programme) {
    jdbc.sql("insert into programme.programme (id, year, name, starts, rules, version) values (?, ?, ?, ?, ?, ?)")
        .params(programme.id(), programme.year(), programme.name(), programme.starts(),
            StoredJson.write(programme.rules()), programme.version())
        .update();
  }

  /** Replaces name, start and rules when the version is still the one read; returns whether it was. */
  public boolean update(Programme programme) {
    return jdbc.sql("""
        update programme.programme set name = ?, starts = ?, rules = ?, version = version + 1
        where id = ? and version = ?""")
        .params(programme.name(), programme.starts(), StoredJson.write(programme.rules()), programme.id(),
            programme.version())
        .update() == 1;
  }

  public List<ProgrammeNode> nodes(UUID programmeId) {
    return jdbc.sql("select * from programme.node where programme_id = ? order by position").param(programmeId)
        .query(ProgrammeStore::node).list();
  }

  public void insertNode(UUID programmeId, int position, ProgrammeNode node) {
    jdbc.sql("""
        insert into programme.node (id, programme_id, position, code, name_zh, name_en, rule, nominal_date, weight,
          activity_code, applies_to, unconfirmed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(node.id(), programmeId, position, node.code(), node.name().zh(), node.name().en(), node.rule().name(),
            node.nominal(), node.weight(), node.activityCode(), node.appliesTo().name(), node.unconfirmed())
        .update();
  }

  /** Replaces date, weight and flag when the version is still the one read; returns whether it was. */
  public boolean updateNode(UUID programmeId, ProgrammeNode node) {
    return jdbc.sql("""
        update programme.node set nominal_date = ?, weight = ?, unconfirmed = ?, version = version + 1
        where programme_id = ? and id = ? and version = ?""")
        .params(node.nominal(), node.weight(), node.unconfirmed(), programmeId, node.id(), node.version())
        .update() == 1;
  }

  private static Programme programme(ResultSet row, int number) throws SQLException {
    return new Programme(
        row.getObject("id", UUID.class), row.getInt("year"), row.getString("name"),
        row.getObject("starts", LocalDate.class), StoredJson.read(row.getString("rules"), PlanningRules.class),
        row.getInt("version"));
  }

  private static ProgrammeNode node(ResultSet row, int number) throws SQLException {
    return new ProgrammeNode(
        row.getObject("id", UUID.class), row.getString("code"),
        Words.of(row.getString("name_zh"), row.getString("name_en")), NodeRule.valueOf(row.getString("rule")),
        row.getObject("nominal_date", LocalDate.class), row.getInt("weight"), row.getString("activity_code"),
        AppliesTo.valueOf(row.getString("applies_to")), row.getBoolean("unconfirmed"),
        row.getInt("version"));
  }
}
