package org.xingfuli.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.SizeClass;
import org.xingfuli.estate.flow.RegisterEstate;
import org.xingfuli.estate.model.EstateChange;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.MovableBusinessClock;
import org.xingfuli.programme.ProjectDraft.EstateShare;
import org.xingfuli.programme.Programmes.PlannedActivity;

/** A small year for tests: three projects in two streets, planned and frozen; import it with {@code @Import}. */
@TestComponent
public final class AYear {

  public static final String HONGQIAO = "320613005";
  public static final String XUETIAN = "320613006";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final int FIRST_YEAR = 2022;

  /** So many the work calendar knows, without those of which other tests are sure. */
  private static final int YEARS = 12;

  private final Transactions transactions;
  private final Organisations organisations;
  private final RegisterEstate estates;
  private final Programmes programmes;
  private final MovableBusinessClock clock;
  private final JdbcClient jdbc;

  AYear(Transactions transactions, Organisations organisations, RegisterEstate estates, Programmes programmes,
      MovableBusinessClock clock, JdbcClient jdbc) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.estates = estates;
    this.programmes = programmes;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** A frozen year; its first two projects lie in one street, the third in another. */
  public record Frozen(UUID programme, List<UUID> projects, List<UUID> estates) {}

  public UUID estate(String street) {
    var number = NUMBER.incrementAndGet();
    return system(() -> {
      organisations.district();
      return estates.register(null, new EstateChange("T%03d".formatted(number), "试验小区" + number, street, null, null,
          1985, 1992, new BigDecimal("30000"), SizeClass.REGULAR, 60, 45, new BigDecimal("6000"),
          new BigDecimal("26000"), new BigDecimal("2000"), new BigDecimal("4000"), 100, 30, new BigDecimal("2500")));
    }).id();
  }

  /** The next of twelve years beginning with 2022; what a test of long ago had of that year is put far back in time. */
  public UUID open() {
    var number = OPENED.getAndIncrement();
    var year = FIRST_YEAR + number % YEARS;
    system(() -> jdbc.sql("update programme.programme set year = year - ? where year = ?")
        .params(100 * (1 + number / YEARS), year).update());
    return system(() -> programmes.open(year, year + " 年度", null));
  }

  /** A frozen year of which a test knows more than its number, such as its holidays. */
  public Frozen frozenIn(int year) {
    OPENED.updateAndGet(number -> number + Math.floorMod(year - FIRST_YEAR - number, YEARS));
    return frozen();
  }

  public Frozen frozen() {
    var programme = open();
    var held = List.of(estate(HONGQIAO), estate(HONGQIAO), estate(XUETIAN));
    var projects = new ArrayList<UUID>();
    for (var estate : held) {
      projects.add(system(() -> programmes.addProject(
          programme, ProjectDraft.of("", List.of(new EstateShare(estate, BigDecimal.ONE))))));
    }
    system(() -> {
      programmes.freeze(programmes.plan(programme, PlanRule.BEST, "第一版"));
      return true;
    });
    return new Frozen(programme, projects, held);
  }

  /** The frozen dates of one activity of a project. */
  public PlannedActivity planned(UUID programme, UUID project, String code) {
    return system(() -> programmes.frozenPlan(programme)).stream()
        .filter(each -> each.projectId().equals(project) && each.code().equals(code)).findFirst().orElseThrow();
  }

  /** Everything planned before the day is reported as planned, and that day is today. */
  public void goneAsPlanned(UUID programme, LocalDate day) {
    var statements = new ArrayList<ProgressStatement>();
    for (var activity : system(() -> programmes.frozenPlan(programme))) {
      if (activity.finish().isBefore(day)) {
        statements.add(new ProgressStatement(activity.id(), 100, 0, null, "", activity.start(), activity.finish()));
      } else if (activity.start().isBefore(day)) {
        var span = activity.start().until(activity.finish()).getDays() + 1;
        statements.add(new ProgressStatement(activity.id(), Math.min(99, 100 / Math.max(1, span)), 0, null, "",
            activity.start(), null));
      }
    }
    clock.moveTo(day);
    system(() -> {
      programmes.report(statements);
      return true;
    });
    system(() -> {
      programmes.forecastNow(programme);
      return true;
    });
  }

  public <T> T system(Supplier<T> work) {
    return transactions.as(SystemScope.of("test"), work);
  }
}
