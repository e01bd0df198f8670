package org.xingfuli.programme.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.risk.Criticality;
import org.xingfuli.engine.scheduling.risk.Drivers;
import org.xingfuli.engine.scheduling.risk.Risk;
import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.RiskResult;
import org.xingfuli.engine.scheduling.risk.Signature;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.RiskCure.Kind;

/**
 * How likely the nodes of a forecast are kept: rain, pace and outstanding signatures by a year's rules, on the frozen order
 * with what has happened. The same forecast and rules give the same answer.
 */
public final class Chances {

  /** The same for every simulation, so that two of them differ by what happened and not by luck. */
  public static final long SEED = 20220420;

  /** Replications opened to see which activities drive a node, and made for each cure. */
  private static final int OPENED = 40;

  private static final int TRIED = 400;
  private static final int MOST_CREWS = 6;
  private static final int MOST_ACTIVITIES = 12;
  private static final int WEEKS = 6;

  private final Forecast forecast;
  private final RiskRules rules;
  private final RiskModel model;
  private final RiskResult result;

  private Chances(Forecast forecast, RiskRules rules, int replications) {
    this.forecast = forecast;
    this.rules = rules;
    model = model(forecast, rules);
    result = simulate(forecast.open(), model, replications, () -> false);
  }

  public static Chances of(Forecast forecast, RiskRules rules, int replications) {
    return new Chances(forecast, rules, replications);
  }

  private RiskResult simulate(Network network, RiskModel with, int replications, BooleanSupplier enough) {
    return Risk.simulate(network, forecast.baseline(), forecast.actuals(), with,
        new Risk.Effort(replications, 1, SEED, enough));
  }

  static RiskModel model(Forecast forecast, RiskRules rules) {
    var basis = forecast.plan().basis();
    var sensitivity = new double[basis.size()];
    var names = new ArrayList<String>();
    for (int activity = 0; activity < sensitivity.length; activity++) {
      sensitivity[activity] = basis.templateOf(activity).rainSensitivity().doubleValue();
      names.add(basis.idOf(activity).toString());
    }
    return RiskModel.certain(forecast.open())
        .withNames(names, basis.projects().stream().map(project -> project.id().toString()).toList())
        .withTrades(forecast.plan().pools().stream().map(pool -> pool.crew().code()).toList())
        .withRain(rules.rain(forecast.plan().horizon()), sensitivity)
        .withProductivity(rules.ofActivity(), rules.common(rules.tradeShare()), rules.common(rules.projectShare()))
        .withSignatures(signatures(forecast, rules));
  }

  /** Of every project whose households have not all signed, what waits for them and has not begun. */
  private static List<Signature> signatures(Forecast forecast, RiskRules rules) {
    var basis = forecast.plan().basis();
    var size = basis.template().size();
    var codes = basis.template().stream().map(TemplateActivity::code).toList();
    var signatures = new ArrayList<Signature>();
    var signed = codes.indexOf(RiskRules.SIGNED);
    for (int project = 0; project < basis.projects().size() && signed >= 0; project++) {
      if (forecast.done(project * size + signed)) {
        continue;
      }
      for (var waiting : RiskRules.WAITING) {
        var at = codes.indexOf(waiting);
        var activity = project * size + at;
        if (at >= 0 && !forecast.started(activity)) {
          signatures.add(new Signature(basis.projects().get(project).id().toString(), activity,
              forecast.timetable().start(activity), rules.signatureChance() / 100.0, rules.signatureLeast(),
              rules.signatureMost()));
        }
      }
    }
    return signatures;
  }

  public int replications() {
    return result.replications();
  }

  /**
   * A row for every node of every project.
   *
   * @param areas of projects, where they lie now
   * @param tried what each cure makes of the nodes, in the order of the forecast's nodes
   */
  public List<RiskNode> nodes(Map<UUID, String> areas, List<double[]> tried) {
    var drivers = Drivers.ofEach(result);
    var rows = new ArrayList<RiskNode>();
    for (int node = 0; node < forecast.plan().dueNodes().size(); node++) {
      var due = forecast.plan().dueNodes().get(node);
      var project = forecast.plan().basis().projects().get(due.project());
      var kept = new BitSet(replications());
      var finishes = new int[replications()];
      for (int r = 0; r < finishes.length; r++) {
        kept.set(r, result.onTime(node, r));
        var finish = result.finish(node, r);
        finishes[r] = finish == RiskResult.BEYOND ? RiskNode.BEYOND : Math.clamp(finish - 1L, 0, RiskNode.BEYOND - 1);
      }
      var own = node;
      rows.add(new RiskNode(project.id(), due.node().id(), areas.getOrDefault(project.id(), project.area()), due.due(),
          result.probability(node), kept, finishes, drivers.get(node).stream().map(Chances::driver).toList(),
          tried.stream().map(after -> after[own]).toList()));
    }
    return rows;
  }

  private static RiskDriver driver(Drivers.Driver driver) {
    return new RiskDriver(
        driver.kind(), driver.name(), driver.kindest(), driver.harshest(), driver.atKindest(), driver.atHarshest());
  }

  /** The activities most often in the way of each node of the year, over all projects. */
  public List<RiskActivity> activities(Map<UUID, String> areas, BooleanSupplier enough) {
    var basis = forecast.plan().basis();
    var found = new ArrayList<RiskActivity>();
    for (var node : basis.nodes()) {
      var open = open(node);
      if (open.length == 0 || enough.getAsBoolean()) {
        continue;
      }
      var shares = Criticality.of(result, forecast.baseline(), OPENED, open);
      IntStream.range(0, shares.length).boxed().filter(activity -> shares[activity] > 0 && !forecast.done(activity))
          .sorted(Comparator.comparingDouble(activity -> -shares[activity])).limit(MOST_ACTIVITIES)
          .forEach(activity -> {
            var project = basis.projectOf(activity);
            found.add(new RiskActivity(node.id(), basis.idOf(activity), project.id(),
                areas.getOrDefault(project.id(), project.area()), shares[activity]));
          });
    }
    return found;
  }

  private int[] open(ProgrammeNode node) {
    var dues = forecast.plan().dueNodes();
    return IntStream.range(0, dues.size()).filter(n -> dues.get(n).node().code().equals(node.code())
        && !forecast.done(dues.get(n).activity())).toArray();
  }

  /** What was tried and what it makes of each node. */
  public record Tried(RiskCure cure, double[] after) {}

  /**
   * Tries what a command could do, each in the same weather: signatures in time, another crew of each of the trades most
   * often in the way for six weeks, and all of that which helps together.
   */
  public List<Tried> cures(List<RiskActivity> critical, BooleanSupplier enough) {
    var tried = new ArrayList<Tried>();
    var today = forecast.dataDate();
    var from = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    var until = from.plusWeeks(WEEKS);
    if (!signatures(forecast, rules).isEmpty() && !enough.getAsBoolean()) {
      tried.add(tried(new RiskCure(Kind.SIGNATURES, Words.of("未签户全部按时签约", "all outstanding signatures in time"), 0,
          Mover.STREET, today), forecast.open(), model.withSignatures(List.of()), enough));
    }
    var helping = new LinkedHashSet<Integer>();
    for (var pool : pools(critical)) {
      if (enough.getAsBoolean()) {
        return tried;
      }
      var crew = forecast.plan().pools().get(pool);
      var cost = rules.crewDayCost() * 7 * WEEKS;
      var one = tried(new RiskCure(Kind.CREW, Words.of(
          "%s增 1 支，%s 至 %s".formatted(crew.crew().name().zh(), monthDay(from), monthDay(until.minusDays(1))),
          "one more crew (%s), %s to %s".formatted(crew.crew().name().en().toLowerCase(Locale.ROOT), monthDay(from), monthDay(until.minusDays(1)))), cost,
          Mover.CONTRACTOR, from.minusDays(1)), more(Set.of(pool), from, until), model, enough);
      tried.add(one);
      if (sum(one.after()) > sum(result)) {
        helping.add(pool);
      }
    }
    if (tried.size() > 1 && !helping.isEmpty() && !enough.getAsBoolean()) {
      tried.add(tried(new RiskCure(Kind.TOGETHER, Words.of("合用：以上有效的各项", "together: all of the above that help"),
          rules.crewDayCost() * 7 * WEEKS * helping.size(), Mover.COMMAND, today), more(helping, from, until),
          model.withSignatures(List.of()), enough));
    }
    return tried;
  }

  private static double sum(double[] after) {
    var sum = 0.0;
    for (var each : after) {
      sum += each;
    }
    return sum;
  }

  private double sum(RiskResult of) {
    return IntStream.range(0, forecast.plan().dueNodes().size()).mapToDouble(of::probability).sum();
  }

  private Tried tried(RiskCure cure, Network network, RiskModel with, BooleanSupplier enough) {
    var after = simulate(network, with, Math.min(TRIED, replications()), enough);
    var before = result.first(after.replications());
    // The gain is that of the replications both have; on top of the whole simulation's probability it can be compared.
    return new Tried(cure, IntStream.range(0, forecast.plan().dueNodes().size())
        .mapToDouble(node -> Math.clamp(
            result.probability(node) + after.probability(node) - before.probability(node), 0, 1))
        .toArray());
  }

  /** The pools whose work is most often in the way, no trade twice. */
  private List<Integer> pools(List<RiskActivity> critical) {
    var numbers = new HashMap<UUID, Integer>();
    for (int activity = 0; activity < forecast.plan().basis().size(); activity++) {
      numbers.put(forecast.plan().basis().idOf(activity), activity);
    }
    var weight = new HashMap<Integer, Double>();
    for (var each : critical) {
      var activity = numbers.get(each.activityId());
      if (activity != null) {
        for (Demand demand : forecast.open().task(activity).demands()) {
          weight.merge(demand.crew(), each.share(), Double::sum);
        }
      }
    }
    return weight.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).limit(MOST_CREWS).toList();
  }

  private Network more(Set<Integer> pools, LocalDate from, LocalDate until) {
    var horizon = forecast.plan().horizon();
    return CrewsAdded.to(forecast.open(), pools, horizon.day(from), horizon.day(until));
  }

  private static String monthDay(LocalDate date) {
    return "%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
  }
}
