package org.xingfuli.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.DayKeeper;
import org.xingfuli.database.Installation;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.ProgrammeIntake;
import org.xingfuli.programme.Programmes;

/**
 * Loads the demo district into an empty installation and lets its business clock begin at 2022-04-20: fifty projects over
 * 45 estates, planned and frozen in January, reported on through the same acts a foreman uses. The same seed gives the
 * same year.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1) // before those who say that nobody has an account yet
class DemoYear implements ApplicationRunner {

  static final long SEED = 20220420;
  static final LocalDate TODAY = LocalDate.of(2022, 4, 20);
  private static final LocalDate PLANNED = LocalDate.of(2021, 8, 30);
  private static final LocalDate SURVEYED = LocalDate.of(2021, 10, 8);
  private static final LocalDate FROZEN = LocalDate.of(2021, 8, 31);
  private static final LocalDate CONTRACTED = LocalDate.of(2022, 1, 14);
  private static final Set<LocalDate> VALUED =
      Set.of(LocalDate.of(2022, 2, 18), LocalDate.of(2022, 3, 18), LocalDate.of(2022, 4, 8));
  private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

  private final Installation installation;
  private final Transactions transactions;
  private final Programmes programmes;
  private final DemoEstates estates;
  private final DemoPeople people;
  private final DemoProjects projects;
  private final DemoProgress progress;
  private final DemoSurveys surveys;
  private final DemoMoney money;
  private final DemoGates gates;
  private final DemoWeeks weeks;
  private final DemoEvidence photos;
  private final DemoUtilities utilities;
  private final DemoAppeals appeals;
  private final DemoReception reception;
  private final ProgrammeIntake intake;
  private final MovableBusinessClock clock;
  private final DayKeeper days;
  private final @Nullable LocalDate start;

  DemoYear(Installation installation, Transactions transactions, Programmes programmes, DemoEstates estates,
      DemoPeople people, DemoProjects projects, DemoProgress progress, DemoSurveys surveys, DemoMoney money,
      DemoGates gates, DemoWeeks weeks, DemoEvidence photos, DemoUtilities utilities, DemoAppeals appeals, DemoReception reception,
      ProgrammeIntake intake, MovableBusinessClock clock, DayKeeper days,
      @Value("${xingfuli.clock:#{null}}") @Nullable LocalDate start) {
    this.installation = installation;
    this.transactions = transactions;
    this.programmes = programmes;
    this.estates = estates;
    this.people = people;
    this.projects = projects;
    this.progress = progress;
    this.surveys = surveys;
    this.money = money;
    this.gates = gates;
    this.weeks = weeks;
    this.photos = photos;
    this.utilities = utilities;
    this.appeals = appeals;
    this.reception = reception;
    this.intake = intake;
    this.clock = clock;
    this.days = days;
    this.start = start;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!installation.sample()) {
      return;
    }
    CurrentScope.with(SystemScope.of("demo.load"), () -> {
      var loaded = programmes.current();
      var programme = loaded.isPresent() ? loaded.get() : load();
      // The day of the first start; later starts go on where the clock stood.
      var day = days.begin(start == null ? TODAY : start).today();
      if (start != null && !start.equals(day)) {
        LOG.info("the demo's clock stands at {}; --clock counts at the first start only", day);
      }
      programmes.forecastNow(programmes.current().orElse(programme));
      return programme;
    });
  }

  /** What a load has made. */
  private record Loaded(UUID programme, List<DemoProject> projects, List<DemoPeople.Told> accounts) {}

  /**
   * The estates are one transaction, and everything else another: a load that was cut short leaves estates at most, and the
   * next start does the rest again.
   */
  private UUID load() {
    LOG.info("loading the demo district");
    var found = estates.load(SEED);
    LOG.info("the demo's estates are there: {}", found.size());
    var loaded = transactions.here(() -> rest(found));
    people.tell(loaded.accounts());
    LOG.info("the demo district is loaded: {} estates, {} projects", found.size(), loaded.projects().size());
    return loaded.programme();
  }

  private Loaded rest(List<Estate> found) {
    var firms = people.firms();
    clock.moveTo(PLANNED.minusYears(1));
    var before = programmes.open(2021, "2021 年老旧小区改造（示例）", null);
    var old = projects.of2021(before, found, firms);
    var finished = projects.finishedIn2021(before, found, firms);
    frozen(before, FROZEN.minusYears(1));
    money.budgets(projects.shares(before), "通财审〔2020〕31 号（示例）");
    LocalDate known = null;
    for (var day : DemoProgress.DAYS_OF_2021) {
      clock.moveTo(day);
      programmes.takeOver(progress.of2021(before, old, day));
      programmes.takeOver(progress.finished(before, finished, known, day));
      known = day;
    }
    clock.moveTo(PLANNED);
    var programme = programmes.open(2022, "2022 年老旧小区改造（示例）", null);
    var made = projects.arrange(programme, found, firms, before, old);
    DemoProjects.CREWS.forEach((crew, capacity) -> programmes.setCrew(programme, crew, capacity));
    made.forEach(project -> intake.sizeFacts(project.id(), 96 - project.number() % 3 + project.number() % 5, 1 + project.number() % 2));
    frozen(programme, FROZEN);
    clock.moveTo(SURVEYED);
    surveys.load(found, SEED);
    var projectOf = DemoWeeks.projectOf(programmes.frozenPlan(programme));
    for (var day : DemoProgress.REPORTING_DAYS) {
      clock.moveTo(day);
      weeks.take(made, progress.until(programme, made, day), projectOf, day);
      programmes.takeOver(progress.finished(before, finished, known, day));
      known = day;
      money(programme, made, day);
      if (day.equals(DemoGates.STARTED)) {
        gates.start(made);
      } else if (day.equals(DemoGates.STARTED_LATE)) {
        gates.startLate(made);
      }
    }
    gates.finished(finished);
    gates.roofs(programme, made);
    photos.load(found, SEED);
    utilities.play(ofProjectFirst(found, made.get(1)), TODAY);
    appeals.play(ofProjectFirst(found, made.get(1)), TODAY);
    reception.play(found, made.stream().map(DemoProject::name).toList(), TODAY);
    return new Loaded(programme, made, people.accounts(made));
  }

  /** The estates with that of the project first, which people of the demo are appointed to. */
  private static List<Estate> ofProjectFirst(List<Estate> found, DemoProject project) {
    return found.stream().sorted(Comparator.comparing(estate -> !project.name().startsWith(estate.name()))).toList();
  }

  /** Budgets and contracts in January, and from then on at every month's first report what the month before was worth. */
  private void money(UUID programme, List<DemoProject> made, LocalDate day) {
    if (day.equals(CONTRACTED)) {
      money.fromMenus(made, "通财审〔2022〕2 号（示例）");
      money.contracts(programme, made, day);
    } else if (VALUED.contains(day)) {
      money.valuations(programme, made, day.withDayOfMonth(1).minusMonths(1));
    } else if (day.equals(TODAY)) {
      money.valuations(programme, made, day.withDayOfMonth(1)); // what is measured in the middle of April
    }
  }

  private void frozen(UUID programme, LocalDate day) {
    var plan = programmes.plan(programme, PlanRule.BEST, "年度倒排（示例）");
    clock.moveTo(day);
    programmes.freeze(plan);
  }

  /**
   * One project of the demo, as those who report on it and are appointed to it need it.
   *
   * @param finished codes of what an earlier year finished
   */
  record DemoProject(
      UUID id, int number, String name, String street, List<UUID> parties, Set<String> finished) {}
}
