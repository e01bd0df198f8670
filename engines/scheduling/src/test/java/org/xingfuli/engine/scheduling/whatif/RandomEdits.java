package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Task;

/** Seeded edits of every kind, of tasks that have not begun. */
final class RandomEdits {

  static final int KINDS = 9;

  private RandomEdits() {}

  static Edit of(int kind, Network network, Set<Integer> begun, Random random) {
    int task = random.nextInt(network.size());
    for (int tries = 0; begun.contains(task) && tries < 200; tries++) {
      task = random.nextInt(network.size());
    }
    int crew = random.nextInt(network.crews().size());
    int from = random.nextInt(60);
    return switch (begun.contains(task) ? kind % 2 : kind) {
      case 0 -> new Edit.Crews(crew, from, from + 1 + random.nextInt(60), 1 + random.nextInt(2));
      case 1 -> new Edit.Rain(from, from + 1 + random.nextInt(7));
      case 2 -> new Edit.Release(task, network.task(task).release() + random.nextInt(30));
      case 3 -> new Edit.Duration(task, 1 + random.nextInt(12));
      case 4 -> new Edit.Drop(task);
      case 5 -> new Edit.Add(Task.of("new", 1 + random.nextInt(8)).inProject(network.task(task).project())
          .holding(new Demand(crew, 1)), List.of(new Link(task, Edit.Add.SELF, Link.Kind.FS, random.nextInt(3))));
      case 6 -> {
        List<Integer> projects = new ArrayList<>();
        for (int p = 0; p < network.projects(); p++) {
          projects.add(p);
        }
        Collections.shuffle(projects, random);
        yield new Edit.Order(projects);
      }
      case 7 -> new Edit.NodeDate(random.nextInt(network.nodes().size()), 20 + random.nextInt(150));
      default -> new Edit.Starts(Map.of(task, random.nextInt(80)));
    };
  }

  static List<Edit> some(Network network, Set<Integer> begun, long seed) {
    Random random = new Random(seed);
    List<Edit> edits = new ArrayList<>();
    for (int e = 1 + random.nextInt(4); e > 0; e--) {
      edits.add(of(random.nextInt(KINDS), network, begun, random));
    }
    return edits;
  }
}
