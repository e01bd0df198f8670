package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Plan;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.ProjectDeed;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProjectDeedStore;
import org.xingfuli.programme.store.ProjectStore;

/**
 * What the programme did with an estate's projects, for everybody who sees them. Budgets, contracts, gates and plans tell their
 * own; only what leaves no row elsewhere is written down here, inside the act's own transaction.
 */
@Component
public class ProjectHistory {

  static final String ADDED = "programme.project-add";
  private static final String CARRIED = "programme.carry-over";

  private final ProjectDeedStore deeds;
  private final ProjectStore projects;
  private final BudgetStore budgets;
  private final GateStore gates;
  private final PlanStore plans;
  private final BusinessClock business;
  private final Clock clock;

  ProjectHistory(ProjectDeedStore deeds, ProjectStore projects, BudgetStore budgets, GateStore gates, PlanStore plans,
      BusinessClock business, Clock clock) {
    this.deeds = deeds;
    this.projects = projects;
    this.budgets = budgets;
    this.gates = gates;
    this.plans = plans;
    this.business = business;
    this.clock = clock;
  }

  void tell(Project project, String act, Words what, String reason) {
    var scope = CurrentScope.get();
    boolean person = scope.kind() == Scope.Kind.PERSON;
    deeds.insert(project, new ProjectDeed(UuidV7.create(), project.id(), act, project.code(), project.name(), what, reason,
        person ? scope.principal() : null, person ? null : scope.actor(), business.today(), clock.instant()));
  }

  /** Both years are told: where it went and where it comes from. */
  void carried(Project from, Project to, int fromYear, int toYear, String reason) {
    tell(from, CARRIED, Words.of("结转到 " + toYear + " 年，编号 " + to.code(), "to " + toYear + " as " + to.code()), reason);
    tell(to, CARRIED, Words.of("由 " + fromYear + " 年的 " + from.code() + " 结转", "from " + fromYear + ", " + from.code()), reason);
  }

  /** Everything that was done with the projects of an estate, as far as the scope sees it; the latest day first, a contract on the day it was signed. */
  public List<ProjectDeed> ofEstate(UUID estate) {
    var told = new ArrayList<>(deeds.ofEstate(estate));
    var made = told.stream().filter(deed -> deed.act().equals(ADDED)).map(ProjectDeed::projectId).collect(Collectors.toSet());
    var names = gates.all();
    for (var project : projects.list(projects.holding(List.of(estate)))) {
      if (!made.contains(project.id())) {
        told.add(madeBefore(project));
      }
      budgets.ofProject(project.id()).forEach(budget -> {
        var at = budget.approvedAt();
        if (at != null) {
          told.add(deed(budget.id(), project, "programme.budget-approve", Words.of(
              "预算第 " + budget.version() + " 版，" + wan(budget.total()) + " 万元",
              "version " + budget.version() + ", ¥" + yuan(budget.total())),
              budget.document(), null, budget.approvedBy(), budget.approvedOn(), at));
        }
      });
      budgets.contracts(project.id()).stream().filter(contract -> !contract.carried())
          .forEach(contract -> told.add(deed(contract.id(), project, "programme.contract", Words.of(
          contract.number() + " " + contract.name() + "，" + contract.party() + "，" + wan(contract.amount()) + " 万元",
          contract.number() + " " + contract.name() + ", " + contract.party() + ", ¥" + yuan(contract.amount())),
          "", null, contract.enteredBy(), contract.signedOn(), contract.enteredAt())));
      gates.passagesOf(project.id()).stream().filter(passed -> !passed.carried()).forEach(passed -> {
        var gate = names.stream().filter(each -> each.code().equals(passed.gate())).findFirst().map(each -> each.name())
            .orElse(Words.of(passed.gate(), passed.gate()));
        told.add(deed(id(passed.gate() + project.id()), project, "programme.gate-pass", passed.waived() == 0 ? gate
            : Words.of(gate.zh() + "，其中 " + passed.waived() + " 项豁免", gate.en() + ", " + passed.waived() + " waived"),
            "", passed.by(), passed.byName(), passed.on(), passed.at()));
      });
      frozen(project, told);
    }
    told.sort(Comparator.comparing(ProjectDeed::doneOn).thenComparing(ProjectDeed::at).thenComparing(ProjectDeed::id).reversed());
    return told;
  }

  private void frozen(Project project, List<ProjectDeed> told) {
    for (var plan : plans.ofProgramme(project.programmeId())) {
      var at = plan.frozenAt();
      if (plan.state() == Plan.State.DRAFT || at == null) {
        continue;
      }
      var dates = plans.dates(plan.id(), project.id());
      if (!dates.isEmpty()) {
        var first = dates.stream().map(Plan.Dates::start).min(LocalDate::compareTo).orElseThrow();
        var last = dates.stream().map(Plan.Dates::finish).max(LocalDate::compareTo).orElseThrow();
        told.add(deed(id("freeze" + plan.id() + project.id()), project, "programme.freeze", Words.of(
            "计划第 " + plan.version() + " 版：" + first + " 至 " + last, "plan version " + plan.version() + ": " + first + " to " + last),
            plan.note(), null, plan.frozenBy(), plan.frozenOn(), at));
      }
    }
  }

  /** A project of before this history: its id says when it was made, nobody says by whom. */
  private static ProjectDeed madeBefore(Project project) {
    var at = Instant.ofEpochMilli(project.id().getMostSignificantBits() >>> 16);
    return deed(id(ADDED + project.id()), project, ADDED, Words.of("编号 " + project.code(), "as " + project.code()), "",
        null, null, business(at), at);
  }

  private static ProjectDeed deed(UUID id, Project project, String act, Words what, String reason, @Nullable UUID person,
      @Nullable String title, @Nullable LocalDate on, Instant at) {
    return new ProjectDeed(id, project.id(), act, project.code(), project.name(), what, reason, person, title,
        Objects.requireNonNullElseGet(on, () -> business(at)), at);
  }

  private static UUID id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate business(Instant at) {
    return LocalDate.ofInstant(at, BusinessClock.ZONE);
  }

  private static String yuan(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.0f", amount);
  }

  private static String wan(BigDecimal yuan) {
    return yuan.movePointLeft(4).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
