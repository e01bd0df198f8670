package org.xingfuli.exchange.plans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.WorkDays;

/** Small programmes with everything ours can hold, dated by the scheduler; the same for the same seed. */
final class RandomProgrammes {

  private static final LocalDate START = LocalDate.of(2026, 2, 18);

  private RandomProgrammes() {}

  /** Lags in calendar days only: what our own plans have, and what both formats hold without loss. */
  static Programme elapsed(long seed) {
    return of(seed, false);
  }

  /** Lags worked on the successor's calendar only. */
  static Programme worked(long seed) {
    return of(seed, true);
  }

  private static Programme of(long seed, boolean worked) {
    var random = new Random(seed);
    var calendars = List.of(WorkDays.everyDay("每天"), office(random), site(random));
    var crews = List.of(crew("pipe_crew", "管道班", random), crew("scaffold", "脚手架班", random));
    var projects = List.of("锦绣一村", "锦绣二村");
    int size = 4 + random.nextInt(12);
    var activities = new ArrayList<Activity>();
    var dues = new ArrayList<Due>();
    for (int i = 0; i < size; i++) {
      int project = i < size / 2 ? 0 : 1;
      int days = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(9);
      var demands = days == 0 || random.nextBoolean() ? List.<Demand>of()
          : List.of(new Demand(random.nextInt(2), 1 + random.nextInt(2)));
      var release = random.nextInt(4) == 0 ? START.plusDays(1 + random.nextInt(30)) : null;
      var groups = random.nextBoolean() ? List.of(projects.get(project)) : List.of(projects.get(project), "主体 phase");
      activities.add(new Activity("P" + project + "-" + i, "1." + i, "工序 " + i + " <&>", groups, project, days,
          random.nextInt(calendars.size()), release, random.nextInt(6) == 0, demands, null, null, null));
      if (random.nextInt(4) == 0) {
        dues.add(new Due("M" + random.nextInt(5), i, START.plusDays(20 + random.nextInt(60)), 1 + random.nextInt(9)));
      }
    }
    var ties = ties(random, activities, worked);
    var undated = new Programme("旧改 " + seed, START, projects, calendars, crews, activities, ties, dues, Set.of());
    var timetable = Scheduler.schedule(undated.network(), Objective.nodes(),
        new Scheduler.Effort(0, 1, seed, () -> false)).timetable();
    return undated.dated(timetable);
  }

  private static List<Tie> ties(Random random, List<Activity> activities, boolean worked) {
    var ties = new ArrayList<Tie>();
    for (int to = 1; to < activities.size(); to++) {
      for (int from = Math.max(0, to - 4); from < to; from++) {
        if (random.nextInt(3) > 0) {
          continue;
        }
        var kind = Link.Kind.values()[random.nextInt(4)];
        int lag = random.nextInt(3) == 0 ? 0 : random.nextInt(8) - (worked ? 0 : 2);
        int calendar = activities.get(to).calendar();
        boolean sameEitherWay = lag == 0 || calendar == 0;
        ties.add(worked && !sameEitherWay ? new Tie(from, to, kind, lag, calendar)
            : worked ? Tie.elapsed(from, to, kind, 0) : Tie.elapsed(from, to, kind, lag));
      }
    }
    return ties;
  }

  private static WorkDays office(Random random) {
    var exceptions = new TreeMap<LocalDate, Boolean>();
    for (int n = 0; n < 6; n++) {
      exceptions.put(START.plusDays(random.nextInt(90)), random.nextBoolean());
    }
    exceptions.put(LocalDate.of(2026, 2, 28), true);
    exceptions.put(LocalDate.of(2026, 4, 6), false);
    return new WorkDays("机关 office", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), exceptions);
  }

  private static WorkDays site(Random random) {
    var exceptions = new TreeMap<LocalDate, Boolean>();
    for (int day = 0; day < 5 + random.nextInt(4); day++) {
      exceptions.put(LocalDate.of(2026, 5, 1).plusDays(day), false);
    }
    return new WorkDays("工地 site", EnumSet.allOf(DayOfWeek.class), exceptions);
  }

  private static Pool crew(String code, String name, Random random) {
    var capacity = new TreeMap<LocalDate, Integer>();
    capacity.put(START, 2 + random.nextInt(3));
    if (random.nextBoolean()) {
      capacity.put(START.plusDays(10 + random.nextInt(30)), 6 + random.nextInt(2));
    }
    return new Pool(code, name, capacity);
  }
}
