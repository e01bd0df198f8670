package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Network;

/** The same network with one unit more of some crews for a while. */
final class CrewsAdded {

  private CrewsAdded() {}

  /** @param until first day without them again */
  static Network to(Network network, Set<Integer> crews, int from, int until) {
    var builder = Network.builder();
    network.calendars().forEach(builder::calendar);
    for (int crew = 0; crew < network.crews().size(); crew++) {
      var known = network.crews().get(crew);
      builder.crew(crews.contains(crew) ? more(known, from, until) : known);
    }
    network.tasks().forEach(builder::task);
    network.links().forEach(builder::link);
    network.nodes().forEach(builder::node);
    for (int project = 0; project < network.projects(); project++) {
      if (network.projectEnd(project) < Integer.MAX_VALUE) {
        builder.projectEnd(project, network.projectEnd(project));
      }
    }
    return builder.horizon(network.horizon()).build();
  }

  private static Crew more(Crew crew, int from, int until) {
    var days = new TreeSet<Integer>();
    crew.profile().forEach(step -> days.add(step.from()));
    days.add(from);
    days.add(until);
    var steps = new ArrayList<Crew.Step>();
    days.forEach(day -> steps.add(new Crew.Step(day, crew.capacityAt(day) + (day >= from && day < until ? 1 : 0))));
    return new Crew(crew.code(), steps);
  }
}
