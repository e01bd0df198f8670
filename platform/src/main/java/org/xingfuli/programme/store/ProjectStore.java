package org.xingfuli.programme.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.SizeClassBy;
import org.xingfuli.programme.model.Basis;
import org.xingfuli.programme.model.ExtraWork;
import org.xingfuli.programme.model.Project.Share;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Rest;
import org.xingfuli.wire.StoredJson;

/** Projects, the estates they hold, and their activities; guarded by project and street. */
@Component
public class ProjectStore {

  /** Tables whose rows lie where their project lies. */
  private static final List<String> OF_A_PROJECT =
      List.of("activity", "plan_activity", "progress_report", "forecast_activity", "forecast_node", "forecast_project", "gate_standing",
          "gate_passage", "weekly_report", "weekly_line", "budget", "budget_line", "contract", "ledger_entry",
          "size_fact", "deed");

  private static final String CARRIED = """
      select t.carried_over_project, t.id, t.code, t.programme_id, y.year, t.carried_on, t.carried_reason
      from programme.project t join programme.programme y on y.id = t.programme_id
      """;

  private static final Collector<ActivityRow, ?, Rest> REST = Collectors.collectingAndThen(
      Collectors.toMap(ActivityRow::code, ActivityRow::carried), Rest::new);

  private final JdbcClient jdbc;

  ProjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A project's activity, whatever plan it stands in.
   *
   * @param carried as it came from another year
   * @param extra what it is when no template knows it
   */
  public record ActivityRow(
      UUID id, UUID projectId, String area, String code, Rest.Activity carried, @Nullable ExtraWork extra) {}

  public List<Project> ofProgramme(UUID programmeId) {
    var shares = jdbc.sql("""
        select e.* from programme.project_estate e join programme.project p on p.id = e.project_id
        where p.programme_id = ? order by e.position""").param(programmeId)
        .query((row, number) -> Map.entry(row.getObject("project_id", UUID.class), share(row))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql("select * from programme.project where programme_id = ? order by code").param(programmeId)
        .query((row, number) -> project(row, shares.getOrDefault(row.getObject("id", UUID.class), List.of()))).list();
  }

  /** Holds the project's row, so that what two say of it at once is checked one after the other. */
  public void lock(UUID projectId) {
    jdbc.sql("select id from programme.project where id = ? for update").param(projectId)
        .query((row, number) -> row.getString(1)).optional();
  }

  public Optional<Project> find(UUID id) {
    var shares = jdbc.sql("select * from programme.project_estate where project_id = ? order by position").param(id)
        .query((row, number) -> share(row)).list();
    return jdbc.sql("select * from programme.project where id = ?").param(id)
        .query((row, number) -> project(row, shares)).optional();
  }

  public List<Project> list(Collection<UUID> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** Ids of the projects that hold one of the estates. */
  public List<UUID> holding(Collection<UUID> estates) {
    return jdbc.sql("select distinct project_id from programme.project_estate where estate_id = any(:estates)")
        .param("estates", estates.toArray(UUID[]::new)).query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  /** Notes since when a project goes on here, and why it was not finished in the year it comes from. */
  public void carried(UUID id, LocalDate on, String reason) {
    jdbc.sql("update programme.project set carried_on = ?, carried_reason = ? where id = ?").params(on, reason, id).update();
  }

  /** Notes what was done of the project's activities when it came, by their codes. */
  public void carriedWith(UUID id, Rest rest) {
    var activities = List.copyOf(rest.byCode().entrySet());
    jdbc.sql("""
        update programme.activity a set carried_percent = given.percent, carried_days = given.days
        from unnest(:codes::text[], :percents::int[], :days::int[]) as given (code, percent, days)
        where a.project_id = :id and a.code = given.code""")
        .param("codes", activities.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("percents", activities.stream().map(each -> each.getValue().percent()).toArray(Integer[]::new))
        .param("days", activities.stream().map(each -> each.getValue().days()).toArray(Integer[]::new))
        .param("id", id).update();
  }

  /** What was left of each of a programme's projects when it came. */
  public Map<UUID, Rest> rests(UUID programmeId) {
    return activities(programmeId).stream().collect(Collectors.groupingBy(ActivityRow::projectId, REST));
  }

  public Rest rest(UUID projectId) {
    return activitiesOf(projectId).stream().collect(REST);
  }

  /**
   * Both ends of a carry-over: the project that was left, the one that goes on with its code and year, and why.
   *
   * @param on business day on which it was taken over
   */
  public record Carried(UUID from, UUID to, String toCode, UUID toProgramme, int toYear, LocalDate on, String reason) {}

  /** Every carry-over that begins or ends in a programme. */
  public List<Carried> carriedOver(UUID programmeId) {
    return jdbc.sql(CARRIED + """
        left join programme.project f on f.id = t.carried_over_project
        where t.carried_over_project is not null and (t.programme_id = :id or f.programme_id = :id)""")
        .param("id", programmeId).query(ProjectStore::carried).list();
  }

  /** Those that begin in the programme, by the project that was left. */
  public Map<UUID, Carried> left(UUID programmeId) {
    return carriedOver(programmeId).stream().filter(each -> !each.toProgramme().equals(programmeId))
        .collect(Collectors.toMap(Carried::from, each -> each, (one, other) -> one));
  }

  /** What the project goes on as, when another year took it over. */
  public Optional<Carried> successorOf(UUID projectId) {
    return jdbc.sql(CARRIED + "where t.carried_over_project = ?").param(projectId).query(ProjectStore::carried)
        .list().stream().findFirst();
  }

  /** What each of the projects goes on as in whichever years, itself the first; unknown ids are left out. */
  public Map<UUID, List<UUID>> goingOn(Collection<UUID> ids) {
    return jdbc.sql("""
        with recursive line (first, id, at) as (
          select id, id, 0 from programme.project where id = any(:ids)
          union all select l.first, p.id, l.at + 1 from line l join programme.project p on p.carried_over_project = l.id)
        select first, id from line order by at""").param("ids", ids.toArray(UUID[]::new))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** The project and every one it was carried over from, the first year last. */
  public List<UUID> lineOf(UUID projectId) {
    return jdbc.sql("""
        with recursive line (id, before, at) as (
          select id, carried_over_project, 0 from programme.project where id = :id
          union all select p.id, p.carried_over_project, l.at + 1 from line l join programme.project p on p.id = l.before)
        select id from line order by at""").param("id", projectId)
        .query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  private static Carried carried(ResultSet row, int number) throws SQLException {
    return new Carried(row.getObject("carried_over_project", UUID.class), row.getObject("id", UUID.class),
        row.getString("code"), row.getObject("programme_id", UUID.class), row.getInt("year"),
        row.getObject("carried_on", LocalDate.class), row.getString("carried_reason"));
  }

  /** Ids of the projects that hold an estate of one of the communities (12 digits). */
  public List<UUID> inCommunities(Collection<String> communities) {
    return jdbc.sql("select distinct project_id from programme.project_estate where area = any(:communities)")
        .param("communities", communities.toArray(String[]::new)).query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  /** Ids of the programme's projects of which the last report on every activity says 100 %. */
  public Set<UUID> finished(UUID programmeId) {
    return jdbc.sql("""
        select a.project_id from programme.activity a
        join programme.project p on p.id = a.project_id
        left join lateral (select r.percent from programme.progress_report r where r.activity_id = a.id
          order by r.reported_on desc, r.id desc limit 1) last on true
        where p.programme_id = ? group by a.project_id having bool_and(coalesce(last.percent, 0) = 100)""")
        .param(programmeId).query((row, number) -> row.getObject(1, UUID.class)).set();
  }

  /** How much of each estate the programme's other projects already hold. */
  public Map<UUID, BigDecimal> sharesTaken(UUID programmeId, UUID exceptProject) {
    var taken = new HashMap<UUID, BigDecimal>();
    jdbc.sql("""
        select e.estate_id, sum(e.share) as taken from programme.project_estate e
        join programme.project p on p.id = e.project_id
        where p.programme_id = ? and p.id <> ? group by e.estate_id""").params(programmeId, exceptProject)
        .query(row -> {
          taken.put(row.getObject("estate_id", UUID.class), row.getBigDecimal("taken"));
        });
    return taken;
  }

  /** The number after the highest ever in use; holds the programme's row, so that two projects never take the same. */
  public int nextNumber(UUID programmeId) {
    jdbc.sql("select id from programme.programme where id = ? for update").param(programmeId)
        .query((row, number) -> row.getString(1)).single();
    return jdbc.sql("""
        select coalesce(max(substring(code from '[0-9]+$')::int), 0) + 1 from programme.project
        where programme_id = ?""").param(programmeId).query(Integer.class).single();
  }

  public void insert(Project project, List<String> activityCodes) {
    jdbc.sql("""
        insert into programme.project (code, name, street, area, delivery_agent, contractor, supervisor, size_class,
          size_class_by, planting, earliest_start, carried_over_from, carried_over_project, id, programme_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(project.code(), project.name(), project.street(), project.area(), project.deliveryAgent(),
            project.contractor(), project.supervisor(), project.sizeClass().name(), project.sizeClassBy().name(),
            project.planting().name(), project.earliestStart(), project.carriedOverFrom(), project.carriedOverProject(), project.id(),
            project.programmeId()))
        .update();
    insertShares(project);
    var ids = activityCodes.stream().map(code -> UuidV7.create()).toArray(UUID[]::new);
    jdbc.sql("""
        insert into programme.activity (id, project_id, area, code)
        select id, :project, :area, code from unnest(:ids::uuid[], :codes::text[]) as given (id, code)""")
        .param("project", project.id()).param("area", project.area()).param("ids", ids)
        .param("codes", activityCodes.toArray(String[]::new))
        .update();
  }

  /** Gives every project of the programme the activity; a project that had it before gets the same one back. */
  public void insertActivity(UUID programmeId, String code) {
    for (var project : ofProgramme(programmeId)) {
      jdbc.sql("""
          insert into programme.activity (id, project_id, area, code) values (?, ?, ?, ?)
          on conflict (project_id, code) do nothing""")
          .params(UuidV7.create(), project.id(), project.area(), code).update();
    }
  }

  /** Keeps the extra works of a basis as activities of their projects; those that are known already stay as they are. */
  public void insertExtras(Basis basis) {
    basis.extras().forEach(this::insert);
  }

  private void insert(ExtraWork extra) {
    jdbc.sql("""
        insert into programme.activity (id, project_id, area, code, extra)
        select ?, id, area, ?, ? from programme.project where id = ? on conflict (id) do nothing""")
        .params(extra.id(), extra.activity().code(), StoredJson.write(extra), extra.project()).update();
  }

  /** The same work for the project that goes on with this one. */
  public void carryExtras(UUID from, Project to) {
    extras("a.project_id", from).forEach(extra ->
        insert(new ExtraWork(UuidV7.create(), to.id(), extra.activity(), extra.successors())));
  }

  /** Work of single projects besides the template's, in the order in which it was adopted. */
  public List<ExtraWork> extras(UUID programmeId) {
    return extras("p.programme_id", programmeId);
  }

  private List<ExtraWork> extras(String of, UUID id) {
    return jdbc.sql("""
        select a.extra from programme.activity a join programme.project p on p.id = a.project_id
        where %s = ? and a.extra is not null order by a.id""".formatted(of)).param(id)
        .query((row, number) -> StoredJson.read(row.getString("extra"), ExtraWork.class)).list();
  }

  /** Replaces what may change when the version is still the one read; returns whether it was. */
  public boolean update(Project project) {
    var changed = jdbc.sql("""
        update programme.project set name = ?, delivery_agent = ?, contractor = ?, supervisor = ?, size_class = ?,
          size_class_by = ?, planting = ?, earliest_start = ?, version = version + 1
        where id = ? and version = ?""")
        .params(Values.of(project.name(), project.deliveryAgent(), project.contractor(), project.supervisor(),
            project.sizeClass().name(), project.sizeClassBy().name(), project.planting().name(),
            project.earliestStart(), project.id(), project.version()))
        .update() == 1;
    if (changed) {
      jdbc.sql("delete from programme.project_estate where project_id = ?").param(project.id()).update();
      insertShares(project);
    }
    return changed;
  }

  /** Puts the project and everything of it before the eyes of another street; its estates lie where the shares say. */
  public void move(UUID id, String street, List<Share> shares) {
    for (var share : shares) {
      jdbc.sql("update programme.project_estate set area = ? where project_id = ? and estate_id = ?")
          .params(share.area(), id, share.estateId()).update();
    }
    jdbc.sql("""
        update programme.project set street = :street, area = :street, version = version + 1
        where id = :id and area <> :street""").param("id", id).param("street", street).update();
    for (var table : OF_A_PROJECT) {
      jdbc.sql("update programme." + table + " set area = :street where project_id = :id and area <> :street")
          .param("id", id).param("street", street).update();
    }
  }

  /** How many reports were made of the project itself: all that the project it was carried over from does not have. */
  public int ownReports(UUID id) {
    return jdbc.sql("""
        select count(*)::int from programme.progress_report r join programme.activity a on a.id = r.activity_id
        where r.project_id = :id and not exists (
          select from programme.project p
          join programme.activity b on b.project_id = p.carried_over_project and b.code = a.code
          join programme.progress_report s on s.activity_id = b.id
          where p.id = :id and s.reporter = r.reporter and s.reported_at = r.reported_at)""")
        .param("id", id).query(Integer.class).single();
  }

  /** Deletes the project with all that belongs to it; returns how many reports went with it. */
  public int delete(UUID id) {
    var reports = jdbc.sql("delete from programme.progress_report where project_id = ?").param(id).update();
    jdbc.sql("delete from programme.project where id = ?").param(id).update();
    return reports;
  }

  private void insertShares(Project project) {
    for (int position = 0; position < project.estates().size(); position++) {
      var share = project.estates().get(position);
      jdbc.sql("""
          insert into programme.project_estate (project_id, estate_id, area, position, share) values (?, ?, ?, ?, ?)""")
          .params(Values.of(project.id(), share.estateId(), share.area(), position, share.share())).update();
    }
  }

  public Optional<ActivityRow> activity(UUID id) {
    return jdbc.sql("select * from programme.activity where id = ?").param(id)
        .query(ProjectStore::activityRow).optional();
  }

  /** All activities of a programme's projects. */
  public List<ActivityRow> activities(UUID programmeId) {
    return jdbc.sql("""
        select a.* from programme.activity a join programme.project p on p.id = a.project_id
        where p.programme_id = ?""").param(programmeId).query(ProjectStore::activityRow).list();
  }

  /** The activities of one project. */
  public List<ActivityRow> activitiesOf(UUID projectId) {
    return jdbc.sql("select * from programme.activity where project_id = ?").param(projectId)
        .query(ProjectStore::activityRow).list();
  }

  private static ActivityRow activityRow(ResultSet row, int number) throws SQLException {
    @Nullable String extra = row.getString("extra");
    return new ActivityRow(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
        row.getString("area"), row.getString("code"),
        new Rest.Activity(row.getInt("carried_percent"), row.getInt("carried_days")),
        extra == null ? null : StoredJson.read(extra, ExtraWork.class));
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(row.getObject("estate_id", UUID.class), row.getString("area"), row.getBigDecimal("share"));
  }

  private static Project project(ResultSet row, List<Share> shares) throws SQLException {
    return new Project(
        row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class), row.getString("code"),
        row.getString("name"), row.getString("street"), row.getString("area"),
        row.getObject("delivery_agent", UUID.class), row.getObject("contractor", UUID.class),
        row.getObject("supervisor", UUID.class), SizeClass.valueOf(row.getString("size_class")),
        SizeClassBy.valueOf(row.getString("size_class_by")), Planting.valueOf(row.getString("planting")), row.getObject("earliest_start", LocalDate.class),
        row.getObject("carried_over_from", Integer.class), row.getObject("carried_over_project", UUID.class),
        row.getInt("version"), shares);
  }
}
