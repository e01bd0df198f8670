package org.xingfuli.programme.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
  private static final int CREWS_A_NODE = 3;
  private static final int MOST_ACTIVITIES = 400;
  private static final int WEEKS = 8;

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

  private int[] open(ProgrammeNode node) {
    var dues = forecast.plan().dueNodes();
    return IntStream.range(0, dues.size()).filter(n -> dues.get(n).node().code().equals(node.code())
        && !forecast.done(dues.get(n).activity())).toArray();
  }

  /** What was tried and what it makes of each node. */
  public record Tried(RiskCure cure, double[] after) {}

  /** One crew more of a pool for some weeks. */
  private record MoreCrew(int pool, LocalDate from) {

    LocalDate until() {
      return from.plusWeeks(WEEKS);
    }
  }

  /**
   * Tries what a command could do, each in the same weather: signatures in time; one crew more, for eight weeks, where driving
   * chains wait for a crew most; and for each node all of that which helps it, together.
   */
  public List<Tried> cures(List<InTheWay> inTheWay, BooleanSupplier enough) {
    var tried = new ArrayList<Tried>();
    var today = forecast.dataDate();
    var signed = signatures(forecast, rules).isEmpty();
    if (!signed && !enough.getAsBoolean()) {
      tried.add(tried(new RiskCure(Kind.SIGNATURES, Words.of("未签户全部按时签约", "all outstanding signatures in time"), 0,
          Mover.STREET, today), forecast.open(), model.withSignatures(List.of()), enough));
    }
    var byCrew = new LinkedHashMap<MoreCrew, Tried>();
    for (var way : inTheWay) {
      for (var more : crews(way.critical())) {
        if (!byCrew.containsKey(more) && !enough.getAsBoolean()) {
          byCrew.put(more, tried(cure(more), with(List.of(more)), model, enough));
        }
      }
    }
    tried.addAll(byCrew.values());
    for (var way : inTheWay) {
      var open = open(way.node());
      var helping = byCrew.entrySet().stream().filter(each -> helps(each.getValue(), open)).map(Map.Entry::getKey).toList();
      if ((helping.size() > 1 || helping.size() == 1 && !signed) && !enough.getAsBoolean()) {
        tried.add(tried(together(way.node(), helping, !signed), with(helping), model.withSignatures(List.of()), enough));
      }
    }
    return tried;
  }

  /** Half a hundredth on average is more than nothing. */
  private boolean helps(Tried tried, int[] nodes) {
    return IntStream.of(nodes).mapToDouble(node -> tried.after()[node] - result.probability(node)).sum() > 0.005 * nodes.length;
  }

  private RiskCure cure(MoreCrew more) {
    var name = forecast.plan().pools().get(more.pool()).crew().name();
    return new RiskCure(Kind.CREW, Words.of(
        "%s增 1 支，%s 至 %s".formatted(name.zh(), monthDay(more.from()), monthDay(more.until().minusDays(1))),
        "one more crew (%s), %s to %s".formatted(name.en().toLowerCase(Locale.ROOT), monthDay(more.from()),
            monthDay(more.until().minusDays(1)))),
        rules.crewDayCost() * 7 * WEEKS, Mover.CONTRACTOR, more.from().minusDays(1));
  }

  private RiskCure together(ProgrammeNode node, List<MoreCrew> helping, boolean signatures) {
    var decide = helping.stream().map(more -> more.from().minusDays(1)).min(Comparator.naturalOrder()).orElseThrow();
    return new RiskCure(Kind.TOGETHER, Words.of(
        "合用：%s有效的 %d 支班组%s".formatted(node.name().zh(), helping.size(), signatures ? "，加按时签约" : ""),
        "together: the %d crews that help %s%s".formatted(
            helping.size(), node.name().en(), signatures ? ", and signatures in time" : "")),
        rules.crewDayCost() * 7 * WEEKS * helping.size(), Mover.COMMAND, signatures ? forecast.dataDate() : decide);
  }

  /** Where driving chains wait for a crew most, around the time they do; from the Monday ahead at the earliest. */
  private List<MoreCrew> crews(Criticality critical) {
    var monday = forecast.dataDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return IntStream.range(0, forecast.plan().pools().size()).boxed().filter(pool -> critical.waitingFor(pool) > 0)
        .sorted(Comparator.comparingDouble(pool -> -critical.waitingFor(pool))).limit(CREWS_A_NODE)
        .map(pool -> {
          var begins = forecast.plan().horizon().date(critical.waitingAt(pool)).minusWeeks(WEEKS / 2)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          return new MoreCrew(pool, begins.isBefore(monday) ? monday : begins);
        }).toList();
  }

  private Network with(List<MoreCrew> crews) {
    var network = forecast.open();
    for (var more : crews) {
      network = CrewsAdded.to(network, Set.of(more.pool()), forecast.plan().horizon().day(more.from()),
          forecast.plan().horizon().day(more.until()));
    }
    return network;
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

  private static String monthDay(LocalDate date) {
    return "%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
  }
}
