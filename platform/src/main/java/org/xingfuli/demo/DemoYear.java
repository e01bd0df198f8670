package org.xingfuli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.Programmes;

/**
 * Loads the demo district into an empty installation and lets its business clock stand at 2022-04-20: fifty projects over
 * 45 estates, planned and frozen in January, reported on through the same acts a foreman uses. The same seed gives the
 * same year.
 */
@Component
@ConditionalOnProperty(name = "xingfuli.demo", havingValue = "true")
class DemoYear implements ApplicationRunner {

  static final long SEED = 20220420;
  static final LocalDate TODAY = LocalDate.of(2022, 4, 20);
  private static final LocalDate PLANNED = LocalDate.of(2021, 8, 30);
  private static final LocalDate FROZEN = LocalDate.of(2021, 8, 31);
  private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

  private final Programmes programmes;
  private final DemoEstates estates;
  private final DemoPeople people;
  private final DemoProjects projects;
  private final DemoProgress progress;
  private final MovableBusinessClock clock;
  private final @Nullable LocalDate start;

  DemoYear(Programmes programmes, DemoEstates estates, DemoPeople people, DemoProjects projects, DemoProgress progress,
      MovableBusinessClock clock, @Value("${xingfuli.clock:#{null}}") @Nullable LocalDate start) {
    this.programmes = programmes;
    this.estates = estates;
    this.people = people;
    this.projects = projects;
    this.progress = progress;
    this.clock = clock;
    this.start = start;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    CurrentScope.with(SystemScope.of("demo.load"), () -> {
      var loaded = programmes.current();
      var programme = loaded.isPresent() ? loaded.get() : load();
      clock.moveTo(start == null ? TODAY : start);
      programmes.forecastNow(programme);
      return programme;
    });
  }

  /** A load that was cut short leaves no programme, or one without accounts; it is then begun in an empty folder again. */
  private UUID load() {
    LOG.info("loading the demo district");
    clock.moveTo(PLANNED);
    var found = estates.load(SEED);
    var firms = people.firms();
    var programme = programmes.open(2022, "2022 年老旧小区改造（示例）", null);
    var made = projects.arrange(programme, found, firms);
    DemoProjects.CREWS.forEach((crew, capacity) -> programmes.setCrew(programme, crew, capacity));
    var plan = programmes.plan(programme, PlanRule.BEST, "年度倒排（示例）");
    clock.moveTo(FROZEN);
    programmes.freeze(plan);
    for (var day : DemoProgress.REPORTING_DAYS) {
      clock.moveTo(day);
      programmes.report(progress.until(programme, made, day));
    }
    people.accounts(made);
    LOG.info("the demo district is loaded: {} estates, {} projects", found.size(), made.size());
    return programme;
  }

  /** One project of the demo, as those who report on it and are appointed to it need it. */
  record DemoProject(UUID id, int number, String name, String street, List<UUID> parties) {}
}
