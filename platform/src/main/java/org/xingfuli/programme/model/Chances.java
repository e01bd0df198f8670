package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.risk.Criticality;
import org.xingfuli.engine.scheduling.risk.Drivers;
import org.xingfuli.engine.scheduling.risk.Risk;
import org.xingfuli.engine.scheduling.risk.RiskModel;
import org.xingfuli.engine.scheduling.risk.RiskResult;
import org.xingfuli.engine.scheduling.risk.Signature;

/**
 * How likely the nodes of a forecast are kept: rain, pace and outstanding signatures by a year's rules, on the frozen order
 * with what has happened. The same forecast and rules give the same answer.
 */
public final class Chances {

  /** The same for every simulation, so that two of them differ by what happened and not by luck. */
  public static final long SEED = 20220420;

  /** Enough that a probability is known to about three hundredths. */
  public static final int REPLICATIONS = 1000;

  /** Replications opened to see which activities drive a node, and made for each cure. */
  private static final int OPENED = 40;

  private static final int TRIED = 400;
  private static final int MOST_ACTIVITIES = 400;

  private final Forecast forecast;
  private final RiskRules rules;
  private final RiskResult result;

  private Chances(Forecast forecast, RiskRules rules, int replications) {
    this.forecast = forecast;
    this.rules = rules;
    result = Risk.simulate(forecast.open(), forecast.baseline(), forecast.actuals(),
        model(forecast, forecast.plan().basis(), forecast.open(), forecast.timetable(), rules), new Risk.Effort(replications, 1, SEED, () -> false));
  }

  public static Chances of(Forecast forecast, RiskRules rules, int replications) {
    return new Chances(forecast, rules, replications);
  }

  /** By a draft, each node of the forecast, in the same weather as often as without it. */
  public double[] with(DraftOutcome draft) {
    return after(draft, false, replications(), () -> false);
  }

  public double probability(int node) {
    return result.probability(node);
  }

  /** The gain is that of the replications both have; on top of the whole simulation's probability it can be compared. */
  private double[] after(DraftOutcome draft, boolean signed, int replications, BooleanSupplier enough) {
    var held = draft.held();
    var chance = model(forecast, draft.plan().basis(), held.network(), held.dates(), rules);
    var other = Risk.simulate(held.network(), held.dates(), held.actuals(), signed ? chance.withSignatures(List.of()) : chance,
        new Risk.Effort(replications, 1, SEED, enough));
    var before = result.first(other.replications());
    return IntStream.range(0, forecast.plan().dueNodes().size())
        .mapToDouble(node -> Math.clamp(
            result.probability(node) + other.probability(node) - before.probability(node), 0, 1))
        .toArray();
  }

  /**
   * Every activity has its luck by its own id, so that work a draft adds has the same before it is adopted and after.
   *
   * @param basis the forecast's, with the works a draft adds
   */
  private static RiskModel model(Forecast forecast, Basis basis, Network network, Timetable dates, RiskRules rules) {
    var sensitivity = new double[network.size()];
    var names = new ArrayList<String>();
    for (int activity = 0; activity < sensitivity.length; activity++) {
      sensitivity[activity] = basis.templateOf(activity).rainSensitivity().doubleValue();
      names.add(basis.idOf(activity).toString());
    }
    var certain = RiskModel.certain(network)
        .withNames(names, basis.projects().stream().map(project -> project.id().toString()).toList())
        .withTrades(forecast.plan().pools().stream().map(pool -> pool.crew().code()).toList())
        .withRain(rules.rain(forecast.plan().horizon()), sensitivity)
        .withSignatures(signatures(forecast, dates, rules));
    return rules.pace().in(certain);
  }

  /** Of every project whose households have not all signed, what waits for them and has not begun. */
  private static List<Signature> signatures(Forecast forecast, Timetable dates, RiskRules rules) {
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
              dates.start(activity), rules.signatureChance() / 100.0, rules.signatureLeast(),
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

  /** What is in the way of a node of the year over all projects. */
  public record InTheWay(ProgrammeNode node, Criticality critical) {}

  /** Of each node of the year that is still ahead; fewer when it was enough. */
  public List<InTheWay> inTheWay(BooleanSupplier enough) {
    var found = new ArrayList<InTheWay>();
    for (var node : forecast.plan().basis().nodes()) {
      var open = open(node);
      if (open.length > 0 && !enough.getAsBoolean()) {
        found.add(new InTheWay(node, Criticality.of(result, forecast.baseline(), OPENED, open)));
      }
    }
    return found;
  }

  /** The activities most often in the way. */
  public List<RiskActivity> activities(Map<UUID, String> areas, List<InTheWay> inTheWay) {
    var basis = forecast.plan().basis();
    var found = new ArrayList<RiskActivity>();
    inTheWay.forEach(way -> IntStream.range(0, basis.size()).boxed()
        .filter(activity -> way.critical().share(activity) > 0 && !forecast.done(activity))
        .sorted(Comparator.comparingDouble(activity -> -way.critical().share(activity))).limit(MOST_ACTIVITIES)
        .forEach(activity -> {
          var project = basis.projectOf(activity);
          found.add(new RiskActivity(way.node().id(), basis.idOf(activity), project.id(),
              areas.getOrDefault(project.id(), project.area()), way.critical().share(activity)));
        }));
    return found;
  }

  int[] open(ProgrammeNode node) {
    var dues = forecast.plan().dueNodes();
    return IntStream.range(0, dues.size()).filter(n -> dues.get(n).node().code().equals(node.code())
        && !forecast.done(dues.get(n).activity())).toArray();
  }

  /** What was tried and what it makes of each node. */
  public record Tried(RiskCure cure, double[] after) {}

  /** Tries what a command could do about nodes, each in the same weather; fewer when it was enough. */
  public List<Tried> cures(List<InTheWay> inTheWay, BooleanSupplier enough) {
    return new CureSearch(this, forecast, rules, enough).over(inTheWay);
  }

  /** Whether every signature is in time already. */
  boolean signed() {
    return signatures(forecast, forecast.timetable(), rules).isEmpty();
  }

  /** @param signed as if every signature came in time */
  Tried tried(RiskCure cure, boolean signed, BooleanSupplier enough) {
    return new Tried(cure, after(DraftOutcome.of(forecast, cure.edits()), signed, Math.min(TRIED, replications()), enough));
  }
}
