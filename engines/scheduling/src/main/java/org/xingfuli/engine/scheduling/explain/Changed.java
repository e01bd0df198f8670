package org.xingfuli.engine.scheduling.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.xingfuli.engine.scheduling.Calendar;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Task;

/** A network with something changed, everything else and the horizon as they were. */
final class Changed {

  private Changed() {}

  static Network crew(Network network, int crew, UnaryOperator<Crew> change) {
    List<Crew> crews = new ArrayList<>(network.crews());
    crews.set(crew, change.apply(crews.get(crew)));
    return of(network, crews, network.tasks(), network.nodes());
  }

  static Network task(Network network, int task, UnaryOperator<Task> change) {
    List<Task> tasks = new ArrayList<>(network.tasks());
    tasks.set(task, change.apply(tasks.get(task)));
    return of(network, network.crews(), tasks, network.nodes());
  }

  static Network node(Network network, int node, UnaryOperator<Node> change) {
    List<Node> nodes = new ArrayList<>(network.nodes());
    nodes.set(node, change.apply(nodes.get(node)));
    return of(network, network.crews(), network.tasks(), nodes);
  }

  /** The crew with so many more from one period until another. */
  static Crew more(Crew crew, int extra, int from, int to) {
    TreeSet<Integer> turns = new TreeSet<>(List.of(Math.max(0, from), to));
    turns.add(0);
    crew.profile().forEach(step -> turns.add(Math.max(0, step.from())));
    List<Crew.Step> steps = turns.stream()
        .map(t -> new Crew.Step(t, crew.capacityAt(t) + (t >= from && t < to ? extra : 0))).toList();
    return new Crew(crew.code(), steps);
  }

  private static Network of(Network network, List<Crew> crews, List<Task> tasks, List<Node> nodes) {
    NetworkBuilder copy = Network.builder().horizon(network.horizon());
    for (Calendar calendar : network.calendars()) {
      copy.calendar(calendar);
    }
    crews.forEach(copy::crew);
    tasks.forEach(copy::task);
    for (Link link : network.links()) {
      copy.link(link);
    }
    nodes.forEach(copy::node);
    for (int p = 0; p < network.projects(); p++) {
      if (network.projectEnd(p) < Integer.MAX_VALUE) {
        copy.projectEnd(p, network.projectEnd(p));
      }
    }
    BitSet rain = new BitSet();
    for (int t = 0; t < network.horizon(); t++) {
      rain.set(t, network.rains(t));
    }
    return copy.rain(rain).build();
  }
}
