package org.xingfuli.programme.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.risk.Criticality;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Chances.InTheWay;
import org.xingfuli.programme.model.Chances.Tried;
import org.xingfuli.programme.model.RiskCure.Kind;

/**
 * Looks for what a command could do, each tried as a draft of it would be: signatures in time; one crew more, for eight weeks,
 * where driving chains wait for a crew most, and a second where one is not enough; and for each node all of that which helps
 * it, together.
 */
final class CureSearch {

  private static final int CREWS_A_NODE = 3;
  private static final int MOST_CREWS = 2;
  private static final int WEEKS = 8;

  /** Half a hundredth on average is more than nothing. */
  private static final double NOTHING = 0.005;

  private final Chances chances;
  private final Forecast forecast;
  private final RiskRules rules;
  private final BooleanSupplier enough;

  CureSearch(Chances chances, Forecast forecast, RiskRules rules, BooleanSupplier enough) {
    this.chances = chances;
    this.forecast = forecast;
    this.rules = rules;
    this.enough = enough;
  }

  /** So many crews more of a pool for some weeks. */
  private record MoreCrews(int pool, LocalDate from, int number) {

    LocalDate until() {
      return from.plusWeeks(WEEKS);
    }

    MoreCrews oneMore() {
      return new MoreCrews(pool, from, number + 1);
    }
  }

  List<Tried> over(List<InTheWay> inTheWay) {
    var tried = new ArrayList<Tried>();
    var signed = chances.signed();
    if (!signed && !enough.getAsBoolean()) {
      tried.add(chances.tried(new RiskCure(Kind.SIGNATURES, Words.of("未签户全部按时签约", "all outstanding signatures in time"), 0,
          Mover.STREET, forecast.dataDate(), List.of()), true, enough));
    }
    var byCrews = new LinkedHashMap<MoreCrews, Tried>();
    for (var way : inTheWay) {
      var open = chances.open(way.node());
      for (var one : crews(way.critical())) {
        for (var more = one; more.number() <= MOST_CREWS && !enough.getAsBoolean(); more = more.oneMore()) {
          var found = byCrews.get(more);
          if (found == null) {
            found = chances.tried(cure(more), false, enough);
            byCrews.put(more, found);
          }
          if (weakest(found.after(), open) * 100 >= rules.target()) {
            break;
          }
        }
      }
    }
    tried.addAll(byCrews.values());
    for (var way : inTheWay) {
      var helping = helping(byCrews, chances.open(way.node()));
      if ((helping.size() > 1 || helping.size() == 1 && !signed) && !enough.getAsBoolean()) {
        tried.add(chances.tried(together(way.node(), helping, !signed), !signed, enough));
      }
    }
    return tried;
  }

  /** Of each pool the fewest crews that help as much as any number tried. */
  private List<MoreCrews> helping(Map<MoreCrews, Tried> byCrews, int[] nodes) {
    var best = new LinkedHashMap<Integer, MoreCrews>();
    var reached = new HashMap<Integer, Double>();
    var now = IntStream.of(nodes).mapToDouble(chances::probability).average().orElse(0);
    byCrews.forEach((more, found) -> {
      var mean = mean(found.after(), nodes);
      if (mean > reached.getOrDefault(more.pool(), now) + NOTHING) {
        best.put(more.pool(), more);
        reached.put(more.pool(), mean);
      }
    });
    return List.copyOf(best.values());
  }

  private static double weakest(double[] after, int[] nodes) {
    return IntStream.of(nodes).mapToDouble(node -> after[node]).min().orElse(1);
  }

  private static double mean(double[] after, int[] nodes) {
    return IntStream.of(nodes).mapToDouble(node -> after[node]).average().orElse(0);
  }

  private RiskCure cure(MoreCrews more) {
    var name = forecast.plan().pools().get(more.pool()).crew().name();
    return new RiskCure(Kind.CREW, Words.of(
        "%s增 %d 支，%s 至 %s".formatted(name.zh(), more.number(), monthDay(more.from()), monthDay(more.until().minusDays(1))),
        "%s (%s), %s to %s".formatted(more.number() == 1 ? "one more crew" : more.number() + " more crews",
            name.en().toLowerCase(Locale.ROOT), monthDay(more.from()), monthDay(more.until().minusDays(1)))),
        cost(more.number()), Mover.CONTRACTOR, more.from().minusDays(1), List.of(edit(more)));
  }

  private RiskCure together(ProgrammeNode node, List<MoreCrews> helping, boolean signatures) {
    var decide = helping.stream().map(more -> more.from().minusDays(1)).min(Comparator.naturalOrder()).orElseThrow();
    var number = helping.stream().mapToInt(MoreCrews::number).sum();
    return new RiskCure(Kind.TOGETHER, Words.of(
        "合用：%s有效的 %d 支班组%s".formatted(node.name().zh(), number, signatures ? "，加按时签约" : ""),
        "together: the %d crews that help %s%s".formatted(
            number, node.name().en(), signatures ? ", and signatures in time" : "")),
        cost(number), Mover.COMMAND, signatures ? forecast.dataDate() : decide,
        helping.stream().map(this::edit).toList());
  }

  private int cost(int crews) {
    return rules.crewDayCost() * 7 * WEEKS * crews;
  }

  private DraftEdit edit(MoreCrews more) {
    var pool = forecast.plan().pools().get(more.pool());
    return DraftEdit.crews(pool.crew().code(), pool.sharedBy().isEmpty() ? null : pool.sharedBy(), more.number(), more.from(),
        more.until().minusDays(1));
  }

  /** Where driving chains wait for a crew most, around the time they do; from the Monday ahead at the earliest. */
  private List<MoreCrews> crews(Criticality critical) {
    var monday = forecast.dataDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return IntStream.range(0, forecast.plan().pools().size()).boxed().filter(pool -> critical.waitingFor(pool) > 0)
        .sorted(Comparator.comparingDouble(pool -> -critical.waitingFor(pool))).limit(CREWS_A_NODE)
        .map(pool -> {
          var begins = forecast.plan().horizon().date(critical.waitingAt(pool)).minusWeeks(WEEKS / 2)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          return new MoreCrews(pool, begins.isBefore(monday) ? monday : begins, 1);
        }).toList();
  }

  private static String monthDay(LocalDate date) {
    return "%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
  }
}
