package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.CriticalChain;
import org.xingfuli.engine.scheduling.Floats;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Rule;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Scheduler.Effort;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.SerialGeneration;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.WorkCalendar;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.model.Plan.Dates;
import org.xingfuli.programme.model.Plan.NodeResult;
import org.xingfuli.programme.model.ProgrammeNetwork.Given;

/** Back-schedules a basis: all projects at once against shared crews, and what the result says of each node. */
public final class Planning {

  /** Generations a search makes; about a second for a district of fifty projects. */
  private static final int SEARCH_SCHEDULES = 400;

  private Planning() {}

  /**
   * @param network the network planned, what is done already taken as given
   * @param method the generation that won
   */
  public record Result(ProgrammeNetwork network, Timetable timetable, String method) {}

  /**
   * @param progress what has happened already: done activities keep their dates, started ones their start
   * @param from activities not started are planned from this day on, if any
   */
  public static Result plan(
      Basis basis, WorkCalendar calendar, PlanRule rule, long seed, Map<Integer, Progress> progress,
      @Nullable LocalDate from) {
    return generate(prepared(basis, calendar, progress, from), rule, seed);
  }

  /** The network to plan: what is done given, what has begun kept at its start, the rest not before {@code from}. */
  public static ProgrammeNetwork prepared(
      Basis basis, WorkCalendar calendar, Map<Integer, Progress> progress, @Nullable LocalDate from) {
    var given = new HashMap<Integer, Given>();
    var started = new HashSet<Integer>();
    progress.forEach((activity, known) -> {
      if (known.start() != null && known.finish() != null) {
        given.put(activity, new Given(known.start(), known.finish()));
      } else if (known.started()) {
        started.add(activity);
      }
    });
    var horizon = Horizon.of(basis.starts(), basis.year());
    var network = ProgrammeNetwork.of(basis, calendar, horizon, given, from, started);
    return startsKept(network, progress, started);
  }

  private static ProgrammeNetwork startsKept(
      ProgrammeNetwork network, Map<Integer, Progress> progress, HashSet<Integer> started) {
    if (started.isEmpty()) {
      return network;
    }
    var builder = network.network().toBuilder();
    for (var activity : started) {
      var known = progress.get(activity);
      if (known != null && known.start() != null) {
        var day = Math.max(0, network.horizon().day(known.start()));
        builder.replace(activity, network.network().task(activity).notBefore(day));
      }
    }
    return new ProgrammeNetwork(network.basis(), network.horizon(), builder.build(), network.pools(),
        network.durations(), network.dueNodes());
  }

  private static Result generate(ProgrammeNetwork network, PlanRule rule, long seed) {
    return switch (rule) {
      case BEST -> scheduled(network, Effort.onePass());
      case SEARCH -> scheduled(network, new Effort(SEARCH_SCHEDULES, 1, seed, () -> false));
      case LATEST_START -> byRule(network, Rule.LATEST_START);
      case LATEST_FINISH -> byRule(network, Rule.LATEST_FINISH);
      case MIN_SLACK -> byRule(network, Rule.MIN_SLACK);
      case PROJECT_BY_PROJECT -> byRule(network, Rule.PROJECT_BY_PROJECT);
    };
  }

  private static Result scheduled(ProgrammeNetwork network, Effort effort) {
    var result = Scheduler.schedule(network.network(), Objective.nodes(), effort);
    return new Result(network, result.timetable(), result.method());
  }

  private static Result byRule(ProgrammeNetwork network, Rule rule) {
    var timetable = SerialGeneration.of(network.network(), rule.keys(network.network()));
    for (var settled = repaired(network.network(), timetable); !settled.equals(timetable);
        settled = repaired(network.network(), timetable)) {
      timetable = settled;
    }
    return new Result(network, timetable, "serial " + rule);
  }

  private static Timetable repaired(Network network, Timetable timetable) {
    return Repair.of(network, timetable, Actuals.none());
  }

  public static Score score(Result result) {
    return Score.of(result.network().network(), result.timetable());
  }

  /** What the plan says of each node. */
  public static List<NodeResult> nodes(ProgrammeNetwork network, Timetable dates) {
    var results = new ArrayList<NodeResult>();
    for (var node : network.basis().nodes()) {
      var bound = network.dueNodes().stream().filter(due -> due.node().code().equals(node.code())).toList();
      var late = 0;
      var worst = 0;
      LocalDate latest = null;
      var due = node.nominal();
      for (var each : bound) {
        due = each.due();
        var finish = network.horizon().date(dates.finish(each.activity()) - 1);
        var days = network.horizon().day(finish) - network.horizon().day(each.due());
        late += days > 0 ? 1 : 0;
        worst = Math.max(worst, days);
        latest = latest == null || finish.isAfter(latest) ? finish : latest;
      }
      results.add(new NodeResult(
          node.id(), node.code(), node.name(), due, bound.size(), bound.size() - late, late, worst, latest));
    }
    return results;
  }

  /** The day the last project is handed over, by the latest finish of any node; none where no node binds. */
  public static @Nullable LocalDate handOver(List<NodeResult> nodes) {
    return nodes.stream().map(NodeResult::latestFinish).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }

  /** The dates of every activity with float and what binds its start. */
  public static List<Dates> dates(Result result) {
    return dates(result.network(), result.network().network(), result.timetable(), Actuals.none());
  }

  /**
   * The same of a timetable part of which has happened.
   *
   * @param open the network still asked
   */
  static List<Dates> dates(ProgrammeNetwork network, Network open, Timetable timetable, Actuals actuals) {
    var floats = Floats.of(open, timetable);
    var chain = CriticalChain.of(open, timetable, actuals);
    var critical = critical(network, timetable, floats.latest(), chain);
    var dates = new ArrayList<Dates>();
    for (int activity = 0; activity < network.basis().size(); activity++) {
      var project = network.basis().projectOf(activity);
      var binding = chain.binding(activity);
      dates.add(new Dates(
          network.basis().idOf(activity), project.id(), project.area(), activity,
          network.horizon().date(timetable.start(activity)),
          network.horizon().date(timetable.finish(activity) - 1),
          network.horizon().date(floats.latest().start(activity)),
          floats.latest().finish(activity) - timetable.finish(activity), critical.get(activity),
          binding.cause().name(), binding.by() < 0 ? null : network.basis().idOf(binding.by()),
          binding.crew() < 0 ? null : network.pools().get(binding.crew()).crew().code()));
    }
    return dates;
  }

  /** The activities on the chains that hold each project's tightest node, and every late one, where they are. */
  static BitSet critical(
      ProgrammeNetwork network, Timetable dates, Timetable latest, CriticalChain chain) {
    var tightest = new HashMap<Integer, Integer>();
    for (var due : network.dueNodes()) {
      tightest.merge(due.project(), due.activity(), (one, other) ->
          latest.finish(other) - dates.finish(other) < latest.finish(one) - dates.finish(one) ? other : one);
    }
    var ends = new BitSet();
    tightest.values().forEach(ends::set);
    for (var due : network.dueNodes()) {
      if (dates.finish(due.activity()) > network.horizon().day(due.due()) + 1) {
        ends.set(due.activity());
      }
    }
    var basis = network.basis();
    var critical = new BitSet();
    ends.stream().forEach(activity -> chain.to(activity).stream()
        .filter(binding -> basis.projectAt(binding.task()) == basis.projectAt(activity))
        .forEach(binding -> critical.set(binding.task())));
    return critical;
  }
}
