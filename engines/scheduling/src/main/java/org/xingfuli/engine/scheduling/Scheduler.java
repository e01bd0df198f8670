package org.xingfuli.engine.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refused;

/**
 * Always an answer, at any size: the best of the cheap one-pass generations; with more work allowed, of the search made for
 * the network and objective, or of as many seeded samples where there is none yet. Deterministic for a given network,
 * objective, seed, number of islands and of schedules.
 */
public final class Scheduler {

  /** Above this many tasks half of the rules are left out, so that the first answer is there before a person has noticed. */
  private static final int MANY = 10_000;

  /** Above this many only one is tried. */
  private static final int LARGE = 50_000;

  private Scheduler() {}

  /**
   * How hard to try.
   *
   * @param schedules generations allowed; 0: every rule once and nothing more
   * @param islands searches that share the work, each on a thread of its own; part of what the answer depends on
   * @param seed of everything that follows the rules
   * @param enough asked now and then; true ends the search early (a cap in seconds belongs to the caller)
   */
  public record Effort(long schedules, int islands, long seed, BooleanSupplier enough) {

    /** Every rule once, nothing more. */
    public static Effort onePass() {
      return new Effort(0, 1, 0, () -> false);
    }
  }

  /**
   * @param method what won: a generation, such as {@code parallel LATEST_START}, or {@code search}
   * @param schedules generations made
   */
  public record Result(Timetable timetable, long cost, String method, long schedules) {}

  private record Variant(boolean parallel, Rule rule) {
    static final List<Variant> ALL = List.of(
        new Variant(true, Rule.LATEST_FINISH),
        new Variant(false, Rule.LATEST_FINISH),
        new Variant(true, Rule.LATEST_START),
        new Variant(false, Rule.LATEST_START),
        new Variant(false, Rule.PROJECT_BY_PROJECT),
        new Variant(true, Rule.PROJECT_BY_PROJECT),
        new Variant(true, Rule.MIN_SLACK),
        new Variant(false, Rule.MIN_SLACK));

    Timetable generate(Network network, int[] keys) {
      return parallel ? ParallelGeneration.of(network, keys) : SerialGeneration.of(network, keys);
    }

    @Override
    public String toString() {
      return (parallel ? "parallel " : "serial ") + rule;
    }
  }

  public static Result schedule(Network network, Objective objective) {
    return schedule(network, objective, Effort.onePass());
  }

  /**
   * @throws org.xingfuli.kernel.Refused {@code schedule.horizon-too-short} when no generation fits
   */
  public static Result schedule(Network network, Objective objective, Effort effort) {
    Rule.Dates dates = Rule.Dates.of(network);
    List<Variant> variants = variants(network);
    Random random = new Random(effort.seed());
    Search search = new Search(network, objective);
    long allowed = effort.schedules() > 0 ? effort.schedules() : variants.size();
    long made = 0;
    boolean more = true;
    while (more && made < variants.size()) {
      Variant variant = variants.get((int) made);
      search.consider(variant, variant.rule().keys(dates), false);
      more = ++made < allowed && !effort.enough().getAsBoolean();
    }
    if (more && objective == Objective.MAKESPAN && GeneticSearch.suits(network)) {
      return search.genetic(made, effort);
    }
    Timetable begun = search.best;
    if (more && begun != null && objective instanceof Objective.NodesAndHandOver nodes) {
      return search.district(made, effort, nodes, begun);
    }
    while (more) {
      Variant variant = variants.get((int) (made % variants.size()));
      int[] keys = variant.rule().keys(dates);
      blur(keys, dates.span(), random);
      search.consider(variant, keys, true);
      more = ++made < allowed && !effort.enough().getAsBoolean();
    }
    return search.result(made);
  }

  /** Best so far; the first refusal in case nothing fits. */
  private static final class Search {
    private final Network network;
    private final Objective objective;
    private @Nullable Timetable best;
    private @Nullable Refused refusal;
    private long cost;
    private String method = "";

    Search(Network network, Objective objective) {
      this.network = network;
      this.objective = objective;
    }

    void consider(Variant variant, int[] keys, boolean sample) {
      try {
        Timetable timetable = variant.generate(network, keys);
        long its = objective.cost(network, timetable);
        if (best == null || its < cost) {
          best = timetable;
          cost = its;
          method = sample ? variant + " sampled" : variant.toString();
        }
      } catch (Refused refused) {
        refusal = refusal == null ? refused : refusal;
      }
    }

    /** From the best rule's timetable on, with what is left of the work. */
    Result genetic(long made, Effort effort) {
      var rest = new Effort(effort.schedules() - made, effort.islands(), effort.seed(), effort.enough());
      GeneticSearch.Result found = new GeneticSearch(network).run(rest, best);
      if (best == null || found.timetable().makespan() < cost) {
        best = found.timetable();
        method = "search";
      }
      return result(made + found.schedules());
    }

    /** Likewise, for nodes and hand-over. */
    Result district(long made, Effort effort, Objective.NodesAndHandOver nodes, Timetable begun) {
      var rest = new Effort(effort.schedules() - made, effort.islands(), effort.seed(), effort.enough());
      DistrictSearch.Result found = new DistrictSearch(network, nodes).run(rest, begun);
      if (found.cost() < cost) {
        best = found.timetable();
        method = "search";
      }
      return result(made + found.schedules());
    }

    Result result(long made) {
      if (best == null) {
        throw refusal == null ? new IllegalStateException("nothing was tried") : refusal;
      }
      Timetable settled = network.plainLinks ? best : Repair.leftJustified(network, best);
      return new Result(settled, objective.cost(network, settled), method, made);
    }
  }

  private static List<Variant> variants(Network network) {
    List<Variant> variants = new ArrayList<>(Variant.ALL);
    if (network.projects() == 1) {
      variants.removeIf(v -> v.rule() == Rule.PROJECT_BY_PROJECT);
    }
    if (network.size() > MANY) {
      variants.removeIf(v -> v.rule() == Rule.LATEST_START || v.rule() == Rule.MIN_SLACK);
    }
    return network.size() > LARGE ? List.of(new Variant(false, Rule.PROJECT_BY_PROJECT)) : variants;
  }

  /** Adds up to a tenth of the critical path to every key. */
  private static void blur(int[] keys, int span, Random random) {
    int spread = Math.max(2, span / 10);
    for (int i = 0; i < keys.length; i++) {
      keys[i] += random.nextInt(spread);
    }
  }
}
