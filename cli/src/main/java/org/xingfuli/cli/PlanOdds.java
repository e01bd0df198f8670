package org.xingfuli.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.pace.Pace;
import org.xingfuli.engine.scheduling.risk.Risk;
import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.RiskResult;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;

/**
 * How likely the due dates of a programme are kept when its plan is followed in its order and work goes at an assumed pace. A
 * file says nothing of the season or of signatures, so nothing is left to them. Of one seed and timetable a date moved later is
 * never less likely.
 *
 * @param nodes probability of each due date, in the programme's order
 * @param all that every one of them is kept; never above the least of them
 * @param assumes what this rests on, in words
 */
record PlanOdds(List<Double> nodes, double all, String assumes) {

  /** Enough that a probability is known to about three hundredths. */
  static final int REPLICATIONS = 1_000;

  /** Writes whose crew it is behind the trade's code, as our own workbooks do. */
  private static final String SHARED_BY = "@";

  PlanOdds {
    nodes = List.copyOf(nodes);
  }

  /** Nothing where the file has no programme or its programme no due date. */
  static @Nullable PlanOdds of(PlanFile file, Timetable timetable, Pace pace, long seed, int threads) {
    Programme programme = file.programme();
    if (programme == null || programme.dues().isEmpty()) {
      return null;
    }
    Network network = waitsAsPlanned(file, timetable);
    RiskModel model = RiskModel.certain(network)
        .withNames(names(programme, network), unique(programme.projects()))
        .withTrades(network.crews().stream().map(PlanOdds::trade).toList());
    RiskResult result = Risk.simulate(network, timetable, Actuals.none(), pace.in(model),
        new Risk.Effort(REPLICATIONS, threads, seed, () -> false));
    int[] dues = IntStream.range(0, programme.dues().size()).toArray();
    return new PlanOdds(IntStream.of(dues).mapToObj(result::probability).toList(), result.together(dues).all(), assumes(pace));
  }

  /**
   * A lag worked on a calendar is a task to the engine; curing and notice take no longer because a crew is slow. It becomes the
   * days it takes in the plan.
   */
  private static Network waitsAsPlanned(PlanFile file, Timetable timetable) {
    Network network = file.network();
    int activities = file.activities();
    if (activities == network.size()) {
      return network;
    }
    NetworkBuilder builder = network.toBuilder().unlink(link -> link.from() >= activities);
    int[] days = new int[network.size()];
    for (Link link : network.links()) {
      if (link.to() >= activities) {
        int from = link.kind() == Link.Kind.FS ? timetable.finish(link.from()) : timetable.start(link.from());
        Calendar calendar = network.calendarOf(link.to());
        days[link.to()] = calendar.finish(calendar.next(from), network.task(link.to()).duration()) - from;
        builder.replace(link.to(), network.task(link.to()).lasting(0));
      }
    }
    network.links().stream().filter(link -> link.from() >= activities)
        .forEach(link -> builder.link(new Link(link.from(), link.to(), link.kind(), days[link.from()])));
    return builder.build();
  }

  /** Luck belongs to names: an activity keeps its own when another is added. */
  private static List<String> names(Programme programme, Network network) {
    List<Activity> activities = programme.activities();
    return Stream.concat(activities.stream().map(Activity::id),
        network.tasks().stream().skip(activities.size()).map(Task::name)).toList();
  }

  /** Two projects of one name are two. */
  private static List<String> unique(List<String> names) {
    Map<String, Integer> seen = new HashMap<>();
    return names.stream().map(name -> name + " " + seen.merge(name, 1, Integer::sum)).toList();
  }

  private static String trade(Crew crew) {
    int at = crew.code().indexOf(SHARED_BY);
    return at > 0 ? crew.code().substring(0, at) : crew.code();
  }

  private static String assumes(Pace pace) {
    return ("计划次序不变，推演 %d 次；九成活动超过计划工期的 %d%%、九成不到 %d%%，其离散 %d%% 同工种共有、%d%% 同项目共有；一切尚未开工，"
        + "雨天只按文件所列，不计签字延误；待确认"
        + " / %1$d replications of the planned order; nine of ten activities need more than %2$d %% of their planned duration, nine of"
        + " ten less than %3$d %%, of that spread %4$d %% shared by a trade and %5$d %% by a project; nothing has begun, rain only as"
        + " the file lists it, no late signatures; unconfirmed")
        .formatted(REPLICATIONS, pace.fastest(), pace.slowest(), pace.tradeShare(), pace.projectShare());
  }
}
