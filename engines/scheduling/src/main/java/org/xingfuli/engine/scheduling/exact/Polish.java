package org.xingfuli.engine.scheduling.exact;

import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;

/**
 * CP-SAT on blocks of a large timetable: some hundred tasks may move, everything else stands and takes its room. Asks the
 * whole objective, so a block that gains costs nobody else anything.
 */
public final class Polish {

  private Polish() {}

  /**
   * The timetable with the tasks of one block re-optimised; empty when CP-SAT finds nothing better. What comes back costs
   * less and passed the verifier.
   *
   * @param free tasks that may move, some hundred at most; no task ends later than the timetable's last
   */
  public static Optional<Timetable> improve(
      Network network, Objective objective, Timetable timetable, BitSet free, Budget budget) {
    Proof proof = CpSat.solve(network, objective, free, timetable, budget);
    Timetable found = proof.timetable();
    if (found == null || proof.cost() >= objective.cost(network, timetable)) {
      return Optional.empty();
    }
    if (!Verifier.violations(network, found).isEmpty()) {
      throw new IllegalStateException("CP-SAT's model and the network disagree: " + Verifier.violations(network, found));
    }
    return Optional.of(found);
  }

  /**
   * How long to polish.
   *
   * @param blocks tried, or {@link Integer#MAX_VALUE}
   * @param size tasks of a block at most
   * @param work deterministic time of a block
   * @param workers threads of CP-SAT
   * @param seed of the choice of blocks
   * @param enough true ends it
   * @param better told every better timetable
   */
  public record Effort(int blocks, int size, double work, int workers, long seed, BooleanSupplier enough,
      Consumer<Timetable> better) {}

  /** One block after the other; the answer never costs more. Repeatable when the number of blocks ends it. */
  public static Timetable run(Network network, Objective objective, Timetable start, Effort effort) {
    var random = new SplittableRandom(effort.seed());
    Blocks blocks = new Blocks(network, effort.size());
    Timetable best = start;
    for (int k = 0; k < effort.blocks() && !effort.enough().getAsBoolean(); k++) {
      BitSet block = blocks.next(best, random);
      Budget budget = Budget.deterministic(effort.work(), effort.workers(), random.nextInt()).until(effort.enough());
      Optional<Timetable> better = improve(network, objective, best, block, budget);
      if (better.isPresent()) {
        best = better.get();
        effort.better().accept(best);
      }
    }
    return best;
  }
}
