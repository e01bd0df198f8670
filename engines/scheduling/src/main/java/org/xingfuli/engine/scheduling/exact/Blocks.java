package org.xingfuli.engine.scheduling.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Timetable;

/** Which tasks of a large network may move together while all others stand: at most some hundred, or CP-SAT gets lost. */
public final class Blocks {

  private final Network network;
  private final int most;
  private final List<List<Integer>> byProject = new ArrayList<>();

  /**
   * @param most tasks of a block
   */
  public Blocks(Network network, int most) {
    this.network = network;
    this.most = most;
    for (int p = 0; p < network.projects(); p++) {
      byProject.add(new ArrayList<>());
    }
    for (int i = 0; i < network.size(); i++) {
      byProject.get(network.task(i).project()).add(i);
    }
  }

  /** The next block: a draw among the three kinds, late projects oftener while there are any. */
  public BitSet next(Timetable timetable, RandomGenerator random) {
    int[] late = lateProjects(timetable);
    return switch (random.nextInt(late.length > 0 ? 5 : 3)) {
      case 0 -> window(timetable, random.nextInt(Math.max(1, timetable.makespan())));
      case 1 -> rivals(timetable, random.nextInt(network.projects()), random);
      case 2 -> projects(random.nextInt(network.projects()), random);
      case 3 -> rivals(timetable, late[random.nextInt(late.length)], random);
      default -> projects(late[random.nextInt(late.length)], random);
    };
  }

  /** Projects with a node that is not kept, ascending. */
  public int[] lateProjects(Timetable timetable) {
    return network.nodes().stream().filter(node -> node.weight() > 0 && timetable.finish(node.task()) > node.due())
        .mapToInt(Node::task).map(i -> network.task(i).project()).distinct().sorted().toArray();
  }

  /** The tasks nearest to a period, of all projects. */
  public BitSet window(Timetable timetable, int middle) {
    int[] nearest = IntStream.range(0, network.size()).boxed()
        .sorted((i, j) -> Integer.compare(distance(timetable, i, middle), distance(timetable, j, middle)))
        .limit(most).mapToInt(Integer::intValue).toArray();
    BitSet block = new BitSet();
    IntStream.of(nearest).forEach(block::set);
    return block;
  }

  private static int distance(Timetable timetable, int task, int period) {
    return Math.abs(timetable.start(task) + timetable.finish(task) - 2 * period);
  }

  /** A project whole, and others drawn. */
  public BitSet projects(int first, RandomGenerator random) {
    BitSet block = new BitSet();
    byProject.get(first).forEach(block::set);
    for (int tries = 0; tries < 4 * network.projects(); tries++) {
      List<Integer> tasks = byProject.get(random.nextInt(network.projects()));
      if (block.cardinality() + tasks.size() <= most) {
        tasks.forEach(block::set);
      }
    }
    return block;
  }

  /** A project whole, and those that hold its crews just before its tasks: who stands in its way. */
  public BitSet rivals(Timetable timetable, int first, RandomGenerator random) {
    int[] inTheWay = new int[network.projects()];
    List<Integer> tasks = byProject.get(first);
    for (int i = 0; i < network.size(); i++) {
      int other = network.task(i).project();
      if (other != first && !network.task(i).demands().isEmpty()) {
        for (int mine : tasks) {
          boolean justBefore = timetable.finish(i) <= timetable.start(mine)
              && timetable.finish(i) >= timetable.start(mine) - Math.max(1, network.task(mine).duration());
          inTheWay[other] += justBefore && shareACrew(i, mine) ? 1 : 0;
        }
      }
    }
    BitSet block = new BitSet();
    tasks.forEach(block::set);
    // Ties by chance, or the same rivals would come every time.
    long[] order = IntStream.range(0, inTheWay.length).filter(p -> p != first)
        .mapToLong(p -> -((long) inTheWay[p] << 40 | (long) random.nextInt(1 << 16) << 20 | p)).sorted().toArray();
    for (long key : order) {
      List<Integer> its = byProject.get((int) (-key & (1 << 20) - 1));
      if (block.cardinality() + its.size() <= most) {
        its.forEach(block::set);
      }
    }
    return block;
  }

  private boolean shareACrew(int one, int other) {
    for (Demand demand : network.task(one).demands()) {
      for (Demand its : network.task(other).demands()) {
        if (demand.crew() == its.crew()) {
          return true;
        }
      }
    }
    return false;
  }
}
