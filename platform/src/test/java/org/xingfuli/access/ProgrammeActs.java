package org.xingfuli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.access.MatrixObjects.Place;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.ProgressStatement;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.ProjectDraft.EstateShare;
import org.xingfuli.programme.WeeklyStatement;
import org.xingfuli.programme.flow.DecideGate;
import org.xingfuli.programme.flow.DraftBudget;
import org.xingfuli.programme.flow.EditDraft;
import org.xingfuli.programme.flow.ImprovePlaybook;
import org.xingfuli.programme.flow.OpenDraft;
import org.xingfuli.programme.flow.ReadGates;
import org.xingfuli.programme.flow.ReportWeek;
import org.xingfuli.programme.flow.SearchPlan;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.DraftEdit;
import org.xingfuli.programme.model.PlanSearch;

/** Projects in the very state in which an act of the programme can be done to them. */
@TestComponent
public final class ProgrammeActs {

  private final MatrixWorld world;
  private final Programmes programmes;
  private final ReportWeek weeks;
  private final ReadGates gates;
  private final DecideGate decide;
  private final DraftBudget budgets;
  private final ImprovePlaybook playbook;
  private final SearchPlan searches;
  private final OpenDraft drafts;
  private final EditDraft edits;
  private final MovableBusinessClock clock;
  private final JdbcClient jdbc;

  ProgrammeActs(MatrixWorld world, Programmes programmes, ReportWeek weeks, ReadGates gates, DecideGate decide,
      DraftBudget budgets, ImprovePlaybook playbook, SearchPlan searches, OpenDraft drafts, EditDraft edits, MovableBusinessClock clock,
      JdbcClient jdbc) {
    this.world = world;
    this.programmes = programmes;
    this.weeks = weeks;
    this.gates = gates;
    this.decide = decide;
    this.budgets = budgets;
    this.playbook = playbook;
    this.searches = searches;
    this.drafts = drafts;
    this.edits = edits;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  private UUID project() {
    var estate = world.newEstate(Place.OWN);
    return world.system(() -> programmes.addProject(world.earlier(),
        ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE)))));
  }

  /** A draft beside the frozen plan, with one edit. */
  public UUID draft() {
    var draft = world.system(() -> drafts.open(null, world.programme(), "矩阵", OpenDraft.Proposal.NONE, List.of()));
    world.system(() -> {
      edits.add(null, draft, null, rain());
      return true;
    });
    return draft;
  }

  /** A short search for a better plan, running or over. */
  public UUID search() {
    return world.system(() -> searches.latest(world.earlier())
        .orElseGet(() -> searches.begin(null, world.earlier(), PlanSearch.FEWEST_SECONDS, "")).id());
  }

  /** Waits for what a search writes down when it ends. */
  public void untilNoneSearches() {
    var running = searching();
    for (int looks = 0; running && looks < 300; looks++) {
      LockSupport.parkNanos(100_000_000);
      running = searching();
    }
    assertThat(running).isFalse();
  }

  private boolean searching() {
    return world.system(() -> jdbc.sql("select count(*) from programme.plan_search where state = 'RUNNING'")
        .query(Integer.class).single()) > 0;
  }

  /** Lets no search run, so that one can begin. */
  public void searchesOver() {
    world.system(() -> jdbc.sql("update programme.plan_search set state = 'FAILED' where state = 'RUNNING'").update());
  }

  /** Three days of rain. */
  static DraftEdit rain() {
    return DraftEdit.rain(LocalDate.of(MatrixWorld.YEAR, 5, 1), LocalDate.of(MatrixWorld.YEAR, 5, 3));
  }

  /** A weekly report of the place's project that needs others. */
  public UUID weekly(Place place) {
    return place == Place.NONE ? UUID.randomUUID() : world.system(() -> weeks.report(null, new WeeklyStatement(
        world.project(place), null, List.of(), "", "管线会签未齐", Mover.UTILITY, List.of())));
  }

  /** The place's project has lost so much before its roofs that a node is late, and needs others for it. */
  public void late(Place place) {
    var roofs = world.system(() -> programmes.activities(world.project(place))).get("D04");
    world.system(() -> {
      programmes.report(List.of(new ProgressStatement(Objects.requireNonNull(roofs), 0, 120, LossReason.RESIDENTS, "多户未签约",
          null, null)));
      return true;
    });
    weekly(place);
  }

  /** A project of which nothing is missing at its first gate; what nobody may waive was met. */
  public UUID waived() {
    var project = project();
    world.system(() -> {
      gates.of(project).gates().getFirst().conditions().forEach(each -> decide.state(null, project,
          "START", each.condition().code(), new DecideGate.Said(
              each.condition().byLaw() ? ConditionState.MET : ConditionState.WAIVED, "试验", List.of())));
      return true;
    });
    return project;
  }

  public UUID mobilised() {
    var project = waived();
    world.system(() -> {
      decide.pass(null, null, project, "START");
      return true;
    });
    return project;
  }

  /** A project whose estate has a menu of works. */
  public UUID withMenu() {
    var estate = world.newEstate(Place.OWN);
    world.system(() -> jdbc.sql("""
        insert into estate.work_line (id, estate_id, area, edition, code, derived, quantity, unit_cost)
        select ?, e.id, e.area, 1, 'W01', 6000, 6000, 520 from estate.estate e where e.id = ?""")
        .params(UuidV7.create(), estate).update());
    return world.system(() -> programmes.addProject(world.earlier(),
        ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE)))));
  }

  /** A project with a draft of its budget. */
  public UUID drafted() {
    var project = project();
    world.system(() -> {
      budgets.fromLines(null, project, List.of(line()), BigDecimal.TEN, "");
      return true;
    });
    return project;
  }

  private static Budget.Line line() {
    return new Budget.Line("X1", "屋面", "Roofs", Budget.WorkClass.BASIC, "㎡", new BigDecimal("6000"),
        new BigDecimal("520"), List.of("R01", "R02"), true, "test");
  }

  /** Everything of a project is done, and so quickly that the template has something to learn. */
  public Map<String, Object> lessons() {
    var project = project();
    var day = clock.today();
    world.system(() -> {
      programmes.report(programmes.activities(project).values().stream().map(activity ->
          new ProgressStatement(activity, 100, 0, null, "", day.minusDays(3), day)).toList());
      return true;
    });
    var lesson = world.system(() -> playbook.lessons(List.of(project))).getFirst();
    var version = world.system(() -> jdbc.sql("select coalesce(max(version), 1) from programme.playbook")
        .query(Integer.class).single());
    return Map.of("version", version, "projects", List.of(project), "decisions", List.of(Map.of(
        "kind", lesson.kind().name(), "activity", lesson.activity(), "relation", lesson.relation(), "to", lesson.to(),
        "accepted", true, "reason", "试验")));
  }
}
