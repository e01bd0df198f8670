package org.xingfuli.engine.scheduling;

import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;

/** Finds every fault of a network that is not about its order. */
final class NetworkCheck {

  private final NetworkBuilder network;
  private final int horizon;
  private final List<Refusal> faults;
  private final int[] largest;

  NetworkCheck(NetworkBuilder network, int horizon, List<Refusal> faults) {
    this.network = network;
    this.horizon = horizon;
    this.faults = faults;
    this.largest = network.crews.stream().mapToInt(Crew::largest).toArray();
  }

  void run() {
    if (horizon >= Network.NEVER / 2) {
      fault("schedule.horizon-too-long", Map.of("horizon", horizon));
    }
    for (Calendar calendar : network.calendars) {
      if (calendar.known() < horizon) {
        fault("schedule.calendar-too-short", Map.of("known", calendar.known(), "horizon", horizon));
      }
    }
    network.crews.forEach(this::crew);
    for (int i = 0; i < network.tasks.size(); i++) {
      task(i, network.tasks.get(i));
    }
    for (Link link : network.links) {
      if (unknown(link.from()) || unknown(link.to())) {
        fault("schedule.unknown-task", Map.of("link", link.toString(), "tasks", network.tasks.size()));
      } else if (Math.abs((long) link.lag()) >= Network.NEVER / 4) {
        fault("schedule.lag-too-long", Map.of("link", link.toString()));
      }
    }
    for (Node node : network.nodes) {
      if (unknown(node.task())) {
        fault("schedule.unknown-task", Map.of("node", node.code(), "task", node.task(), "tasks", network.tasks.size()));
      }
      if (node.weight() < 0) {
        fault("schedule.negative-weight", Map.of("node", node.code(), "weight", node.weight()));
      }
    }
  }

  private void crew(Crew crew) {
    int last = Integer.MIN_VALUE;
    for (Crew.Step step : crew.profile()) {
      if (step.capacity() < 0) {
        fault("schedule.negative-capacity", Map.of("crew", crew.code(), "capacity", step.capacity()));
      }
      if (step.from() <= last) {
        fault("schedule.profile-not-ascending", Map.of("crew", crew.code(), "from", step.from()));
      }
      last = step.from();
    }
  }

  private void task(int index, Task task) {
    if (task.duration() < 0) {
      fault("schedule.negative-duration", Map.of("task", name(index), "duration", task.duration()));
    }
    if (task.project() < 0 || task.project() > network.tasks.size()) {
      fault("schedule.unknown-project", Map.of("task", name(index), "project", task.project()));
    }
    if (task.calendar() < 0 || task.calendar() >= network.calendars.size()) {
      fault("schedule.unknown-calendar", Map.of("task", name(index), "calendar", task.calendar()));
    }
    if (task.release() < 0) {
      fault("schedule.negative-release", Map.of("task", name(index), "release", task.release()));
    } else if ((long) task.release() + task.duration() > horizon) {
      fault("schedule.horizon-too-short",
          Map.of("task", name(index), "horizon", horizon, "needed", (long) task.release() + task.duration()));
    }
    for (int k = 0; k < task.demands().size(); k++) {
      demand(index, task, k);
    }
  }

  private void demand(int index, Task task, int k) {
    Demand demand = task.demands().get(k);
    if (demand.crew() < 0 || demand.crew() >= network.crews.size()) {
      fault("schedule.unknown-crew", Map.of("task", name(index), "crew", demand.crew()));
      return;
    }
    for (int earlier = 0; earlier < k; earlier++) {
      if (task.demands().get(earlier).crew() == demand.crew()) {
        fault("schedule.crew-asked-twice", Map.of("task", name(index), "crew", crewOf(demand)));
      }
    }
    if (demand.number() < 1) {
      fault("schedule.demand-below-one",
          Map.of("task", name(index), "crew", crewOf(demand), "demand", demand.number()));
    } else if (task.duration() > 0 && demand.number() > largest[demand.crew()]) {
      fault("schedule.demand-above-capacity", Map.of("task", name(index), "crew", crewOf(demand),
          "demand", demand.number(), "capacity", largest[demand.crew()]));
    }
  }

  private String name(int index) {
    return network.nameOf(index);
  }

  private String crewOf(Demand demand) {
    return network.crews.get(demand.crew()).code();
  }

  private boolean unknown(int task) {
    return task < 0 || task >= network.tasks.size();
  }

  private void fault(String code, Map<String, Object> values) {
    faults.add(Refusal.of(code, values));
  }
}
