package org.xingfuli.programme.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Columns;
import org.xingfuli.programme.Odds;
import org.xingfuli.programme.model.RiskActivity;
import org.xingfuli.programme.model.RiskCure;
import org.xingfuli.programme.model.RiskDriver;
import org.xingfuli.programme.model.RiskHead;
import org.xingfuli.programme.model.RiskNode;
import org.xingfuli.programme.model.RiskRules;
import org.xingfuli.wire.StoredJson;

/** The simulation that stands, replaced as a whole; what is assumed; the last probability of each day. */
@Component
public class RiskStore {

  private final JdbcClient jdbc;

  RiskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rules with the version somebody who edits them has seen; 0 when they are the default's. */
  public record Rules(RiskRules rules, int version) {}

  public Rules rules(UUID programmeId) {
    return jdbc.sql("select * from programme.risk_rules where programme_id = ?").param(programmeId)
        .query((row, number) -> new Rules(StoredJson.read(row.getString("rules"), RiskRules.class), row.getInt("version")))
        .optional().orElse(new Rules(RiskRules.DEFAULT, 0));
  }

  /** Replaces the rules when the version is still the one read; returns whether it was. */
  public boolean update(UUID programmeId, RiskRules rules, int version) {
    return jdbc.sql("""
        insert into programme.risk_rules (programme_id, rules, version) values (:id, :rules, 1)
        on conflict (programme_id) do update set rules = excluded.rules, version = risk_rules.version + 1
        where risk_rules.version = :version""")
        .param("id", programmeId).param("rules", StoredJson.write(rules)).param("version", version).update() == 1;
  }

  /** Lets one transaction at a time replace a programme's simulation. */
  public void lock(UUID programmeId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('programme.risk:' || ?, 0))")
        .param(programmeId.toString()).query((row, number) -> true).single();
  }

  public Optional<RiskHead> head(UUID programmeId) {
    return jdbc.sql("select * from programme.risk where programme_id = ?").param(programmeId)
        .query((row, number) -> new RiskHead(programmeId, row.getObject("plan_id", UUID.class),
            row.getLong("forecast_version"), row.getObject("data_date", LocalDate.class),
            row.getObject("first_day", LocalDate.class), row.getObject("computed_at", OffsetDateTime.class).toInstant(),
            row.getInt("milliseconds"), row.getInt("replications"), StoredJson.read(row.getString("rules"), RiskRules.class),
            StoredJson.readList(row.getString("cures"), RiskCure.class)))
        .optional();
  }

  /** Those of a year, in the order of projects; what decides them and what would help is left unread. */
  public List<RiskNode> finishes(UUID programmeId) {
    return jdbc.sql("""
        select project_id, node_id, area, due, probability, kept, finishes, '[]' as drivers, '[]' as cures
        from programme.risk_node where programme_id = ? order by project_id""")
        .param(programmeId).query(RiskStore::node).list();
  }

  /** Those of one node of the year, in the order of projects; with all there is to know of them. */
  public List<RiskNode> nodes(UUID programmeId, UUID nodeId) {
    return jdbc.sql("select * from programme.risk_node where programme_id = ? and node_id = ? order by project_id")
        .params(programmeId, nodeId).query(RiskStore::node).list();
  }

  /** Those of one project. */
  public Optional<RiskNode> node(UUID projectId, UUID nodeId) {
    return jdbc.sql("select * from programme.risk_node where project_id = ? and node_id = ?")
        .params(projectId, nodeId).query(RiskStore::node).optional();
  }

  /** A node's probability and the replications in which it is on time. */
  public record Kept(Odds.Cell cell, BitSet kept) {}

  public List<Kept> kept(UUID programmeId) {
    return jdbc.sql("select project_id, node_id, probability, kept from programme.risk_node where programme_id = ?")
        .param(programmeId)
        .query((row, number) -> new Kept(new Odds.Cell(row.getObject("project_id", UUID.class),
            row.getObject("node_id", UUID.class), row.getDouble("probability")), BitSet.valueOf(row.getBytes("kept"))))
        .list();
  }

  public List<RiskActivity> activities(UUID programmeId, UUID nodeId) {
    return jdbc.sql("""
        select * from programme.risk_activity where programme_id = ? and node_id = ? order by share desc, activity_id""")
        .params(programmeId, nodeId)
        .query((row, number) -> new RiskActivity(nodeId, row.getObject("activity_id", UUID.class),
            row.getObject("project_id", UUID.class), row.getString("area"), row.getDouble("share")))
        .list();
  }

  /** The last probability of a project's node on a day. */
  public record Day(LocalDate day, UUID projectId, double probability) {}

  public List<Day> days(UUID programmeId, UUID nodeId, LocalDate from) {
    return jdbc.sql("""
        select day, project_id, probability from programme.risk_day
        where programme_id = ? and node_id = ? and day >= ? order by day""")
        .params(programmeId, nodeId, from)
        .query((row, number) -> new Day(row.getObject("day", LocalDate.class), row.getObject("project_id", UUID.class),
            row.getDouble("probability")))
        .list();
  }

  /** Puts a simulation in the place of the one before; must hold the lock. */
  public void replace(RiskHead head, List<RiskNode> nodes, List<RiskActivity> activities) {
    clear(head.programmeId());
    jdbc.sql("""
        insert into programme.risk (programme_id, plan_id, forecast_version, data_date, first_day, computed_at, milliseconds,
          replications, rules, cures)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(head.programmeId(), head.planId(), head.forecastVersion(), head.dataDate(), head.firstDay(),
            head.computedAt().atOffset(ZoneOffset.UTC), head.milliseconds(), head.replications(), StoredJson.write(head.rules()),
            StoredJson.write(head.cures()))
        .update();
    jdbc.sql("""
        insert into programme.risk_node (programme_id, project_id, node_id, area, due, probability, kept, finishes, drivers,
          cures)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::float8[], ?::bytea[], ?::bytea[],
          ?::text[], ?::text[])""")
        .params(Values.of(head.programmeId(), Columns.text(nodes, RiskNode::projectId), Columns.text(nodes, RiskNode::nodeId),
            Columns.text(nodes, RiskNode::area), Columns.text(nodes, RiskNode::due),
            Columns.text(nodes, RiskNode::probability), nodes.stream().map(node -> node.kept().toByteArray()).toArray(byte[][]::new),
            nodes.stream().map(node -> bytes(node.finishes())).toArray(byte[][]::new),
            Columns.text(nodes, node -> StoredJson.write(node.drivers())), Columns.text(nodes, node -> StoredJson.write(node.cures()))))
        .update();
    jdbc.sql("""
        insert into programme.risk_activity (programme_id, node_id, activity_id, project_id, area, share)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::float8[])""")
        .params(Values.of(head.programmeId(), Columns.text(activities, RiskActivity::nodeId),
            Columns.text(activities, RiskActivity::activityId), Columns.text(activities, RiskActivity::projectId),
            Columns.text(activities, RiskActivity::area), Columns.text(activities, RiskActivity::share)))
        .update();
    jdbc.sql("""
        insert into programme.risk_day (programme_id, day, project_id, node_id, area, probability)
        select programme_id, ?, project_id, node_id, area, probability from programme.risk_node where programme_id = ?
        on conflict (project_id, node_id, day) do update set probability = excluded.probability, area = excluded.area""")
        .params(head.dataDate(), head.programmeId()).update();
  }

  public void clear(UUID programmeId) {
    jdbc.sql("delete from programme.risk_node where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from programme.risk_activity where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from programme.risk where programme_id = ?").param(programmeId).update();
  }

  private static RiskNode node(ResultSet row, int number) throws SQLException {
    return new RiskNode(row.getObject("project_id", UUID.class), row.getObject("node_id", UUID.class), row.getString("area"),
        row.getObject("due", LocalDate.class), row.getDouble("probability"), BitSet.valueOf(row.getBytes("kept")),
        days(row.getBytes("finishes")), StoredJson.readList(row.getString("drivers"), RiskDriver.class),
        StoredJson.readList(row.getString("cures"), Double.class));
  }

  private static byte[] bytes(int[] days) {
    var bytes = ByteBuffer.allocate(2 * days.length);
    for (var day : days) {
      bytes.putShort((short) day);
    }
    return bytes.array();
  }

  private static int[] days(byte[] bytes) {
    var days = new int[bytes.length / 2];
    var from = ByteBuffer.wrap(bytes);
    for (int at = 0; at < days.length; at++) {
      days[at] = Short.toUnsignedInt(from.getShort());
    }
    return days;
  }
}
