package org.xingfuli.programme.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xingfuli.database.Columns;
import org.xingfuli.programme.ForecastNode;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.ForecastActivity;
import org.xingfuli.programme.model.ForecastHead;
import org.xingfuli.programme.model.ForecastShare;

/** The forecast that stands; replaced as a whole, so that what is read together was computed together. */
@Component
public class ForecastStore {

  private final JdbcClient jdbc;
  private volatile @Nullable Written written;

  ForecastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets one transaction at a time compute a programme's forecast, on whatever node of the platform. */
  public void lock(UUID programmeId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('programme.forecast:' || ?, 0))")
        .param(programmeId.toString()).query((row, number) -> true).single();
  }

  public Optional<ForecastHead> head(UUID programmeId) {
    return jdbc.sql("select * from programme.forecast where programme_id = ?").param(programmeId)
        .query((row, number) -> new ForecastHead(
            row.getObject("programme_id", UUID.class), row.getObject("plan_id", UUID.class), row.getLong("version"),
            row.getObject("data_date", LocalDate.class),
            row.getObject("computed_at", OffsetDateTime.class).toInstant(), row.getInt("milliseconds")))
        .optional();
  }

  public List<ForecastActivity> activities(UUID programmeId) {
    return jdbc.sql("select * from programme.forecast_activity where programme_id = ? order by position")
        .param(programmeId).query(ForecastStore::activity).list();
  }

  public List<ForecastActivity> ofProject(UUID projectId) {
    return jdbc.sql("select * from programme.forecast_activity where project_id = ? order by position")
        .param(projectId).query(ForecastStore::activity).list();
  }

  public Optional<ForecastActivity> activity(UUID activityId) {
    return jdbc.sql("select * from programme.forecast_activity where activity_id = ?").param(activityId)
        .query(ForecastStore::activity).optional();
  }

  public List<ForecastNode> nodes(UUID programmeId) {
    return jdbc.sql("select * from programme.forecast_node where programme_id = ? order by project_id, due, node_id")
        .param(programmeId).query(ForecastStore::node).list();
  }

  /** How one node of a project stands. */
  public Optional<ForecastNode> node(UUID programmeId, UUID projectId, UUID nodeId) {
    return jdbc.sql("select * from programme.forecast_node where programme_id = ? and project_id = ? and node_id = ?")
        .params(programmeId, projectId, nodeId).query(ForecastStore::node).optional();
  }

  /** By project; a project outside the frozen plan has none. */
  public Map<UUID, ForecastShare> shares(UUID programmeId) {
    var shares = new HashMap<UUID, ForecastShare>();
    jdbc.sql("select * from programme.forecast_project where programme_id = ?").param(programmeId)
        .query(row -> {
          var id = row.getObject("project_id", UUID.class);
          shares.put(id, new ForecastShare(id, row.getString("area"), row.getInt("done"), row.getInt("planned")));
        });
    return shares;
  }

  /** What this node wrote last, or has read; whether it still stands is asked of the database by its version. */
  private record Written(
      ForecastHead head, List<ForecastActivity> activities, Map<String, ForecastNode> nodes, Set<ForecastShare> shares) {

    Written(ForecastHead head, List<ForecastActivity> activities, List<ForecastNode> nodes, Collection<ForecastShare> shares) {
      this(head, activities, nodes.stream().collect(Collectors.toMap(Written::cell, node -> node)), Set.copyOf(shares));
    }

    private static String cell(ForecastNode node) {
      return node.projectId() + "/" + node.nodeId();
    }

    /** Whether the rows are of the same activities and nodes: then what differs can be put in the place of what it was. */
    boolean ofTheSame(Written other) {
      if (activities.size() != other.activities.size() || !nodes.keySet().equals(other.nodes.keySet())) {
        return false;
      }
      for (int at = 0; at < activities.size(); at++) {
        if (!activities.get(at).activityId().equals(other.activities.get(at).activityId())) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Puts the forecast in the place of the one before; must hold the lock. Only the rows that differ are touched: after a report
   * that is a few of a project, not the tens of thousands of a district. What stands is read when another node wrote it.
   *
   * @param before the forecast that stands
   * @param activities by position
   */
  public void replace(@Nullable ForecastHead before, ForecastHead head, List<ForecastActivity> activities,
      List<ForecastNode> nodes, List<ForecastShare> shares) {
    var stands = before == null ? null : standing(before);
    written = null;
    var writing = new Written(head, activities, nodes, shares);
    if (stands == null || !stands.ofTheSame(writing)) {
      clear(head.programmeId());
      insert(head, activities, nodes, shares);
    } else {
      var changed = new ArrayList<ForecastActivity>();
      for (int at = 0; at < activities.size(); at++) {
        if (!activities.get(at).equals(stands.activities().get(at))) {
          changed.add(activities.get(at));
        }
      }
      var turned = nodes.stream().filter(node -> !node.equals(stands.nodes().get(Written.cell(node)))).toList();
      var moved = shares.stream().filter(share -> !stands.shares().contains(share)).toList();
      delete(head.programmeId(), changed, turned, moved);
      insert(head, changed, turned, moved);
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        written = writing;
      }
    });
  }

  private Written standing(ForecastHead head) {
    var known = written;
    return known != null && known.head().equals(head) ? known
        : new Written(head, activities(head.programmeId()), nodes(head.programmeId()), shares(head.programmeId()).values());
  }

  private void delete(
      UUID programmeId, List<ForecastActivity> activities, List<ForecastNode> nodes, List<ForecastShare> shares) {
    jdbc.sql("delete from programme.forecast_activity where activity_id = any(?::uuid[])")
        .params(Values.of((Object) Columns.text(activities, ForecastActivity::activityId))).update();
    jdbc.sql("""
        delete from programme.forecast_node n using unnest(?::uuid[], ?::uuid[]) as gone(project_id, node_id)
        where n.project_id = gone.project_id and n.node_id = gone.node_id""")
        .params(Values.of(Columns.text(nodes, ForecastNode::projectId), Columns.text(nodes, ForecastNode::nodeId)))
        .update();
    jdbc.sql("delete from programme.forecast_project where project_id = any(?::uuid[])")
        .params(Values.of((Object) Columns.text(shares, ForecastShare::projectId))).update();
    jdbc.sql("delete from programme.forecast where programme_id = ?").param(programmeId).update();
  }

  private void insert(
      ForecastHead head, List<ForecastActivity> activities, List<ForecastNode> nodes, List<ForecastShare> shares) {
    jdbc.sql("""
        insert into programme.forecast (programme_id, plan_id, version, data_date, computed_at, milliseconds)
        values (?, ?, ?, ?, ?, ?)""")
        .params(head.programmeId(), head.planId(), head.version(), head.dataDate(), PlanStore.utc(head.computedAt()),
            head.milliseconds())
        .update();
    jdbc.sql("""
        insert into programme.forecast_activity (programme_id, activity_id, project_id, area, position, start, finish,
          latest_start, float_days, critical, percent, started, state)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::date[], ?::date[], ?::date[],
          ?::int[], ?::boolean[], ?::int[], ?::boolean[], ?::text[])""")
        .params(Values.of(head.programmeId(), Columns.text(activities, ForecastActivity::activityId),
            Columns.text(activities, ForecastActivity::projectId), Columns.text(activities, ForecastActivity::area),
            Columns.text(activities, ForecastActivity::position), Columns.text(activities, ForecastActivity::start),
            Columns.text(activities, ForecastActivity::finish),
            Columns.text(activities, ForecastActivity::latestStart),
            Columns.text(activities, ForecastActivity::floatDays),
            Columns.text(activities, ForecastActivity::critical), Columns.text(activities, ForecastActivity::percent),
            Columns.text(activities, ForecastActivity::started), Columns.text(activities, ForecastActivity::state)))
        .update();
    insertNodes(head.programmeId(), nodes);
    insertShares(head.programmeId(), shares);
  }

  private void insertShares(UUID programmeId, List<ForecastShare> shares) {
    jdbc.sql("""
        insert into programme.forecast_project (programme_id, project_id, area, done, planned)
        select ?::uuid, * from unnest(?::uuid[], ?::text[], ?::int[], ?::int[])""")
        .params(Values.of(programmeId, Columns.text(shares, ForecastShare::projectId),
            Columns.text(shares, ForecastShare::area), Columns.text(shares, ForecastShare::done),
            Columns.text(shares, ForecastShare::planned)))
        .update();
  }

  private void insertNodes(UUID programmeId, List<ForecastNode> nodes) {
    jdbc.sql("""
        insert into programme.forecast_node (programme_id, project_id, node_id, area, due, baseline, finish, float_days,
          shift_days, state, cause_zh, cause_en, mover, mover_kind)
        select ?::uuid, * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[], ?::date[], ?::int[],
          ?::int[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])""")
        .params(Values.of(programmeId, Columns.text(nodes, ForecastNode::projectId),
            Columns.text(nodes, ForecastNode::nodeId), Columns.text(nodes, ForecastNode::area),
            Columns.text(nodes, ForecastNode::due), Columns.text(nodes, ForecastNode::baseline),
            Columns.text(nodes, ForecastNode::finish), Columns.text(nodes, ForecastNode::floatDays),
            Columns.text(nodes, ForecastNode::shiftDays), Columns.text(nodes, node -> node.state().name()),
            Columns.text(nodes, node -> Optional.ofNullable(node.cause()).map(Words::zh).orElse(null)),
            Columns.text(nodes, node -> Optional.ofNullable(node.cause()).map(Words::en).orElse(null)),
            Columns.text(nodes, ForecastNode::mover),
            Columns.text(nodes, node -> Optional.ofNullable(node.moverKind()).map(Enum::name).orElse(null))))
        .update();
  }

  public void clear(UUID programmeId) {
    jdbc.sql("delete from programme.forecast_activity where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from programme.forecast_node where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from programme.forecast_project where programme_id = ?").param(programmeId).update();
    jdbc.sql("delete from programme.forecast where programme_id = ?").param(programmeId).update();
  }

  private static ForecastActivity activity(ResultSet row, int number) throws SQLException {
    return new ForecastActivity(
        row.getObject("activity_id", UUID.class), row.getObject("project_id", UUID.class), row.getString("area"),
        row.getInt("position"), row.getObject("start", LocalDate.class), row.getObject("finish", LocalDate.class),
        row.getObject("latest_start", LocalDate.class), row.getInt("float_days"), row.getBoolean("critical"),
        row.getInt("percent"), row.getBoolean("started"), State.valueOf(row.getString("state")));
  }

  private static ForecastNode node(ResultSet row, int number) throws SQLException {
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
