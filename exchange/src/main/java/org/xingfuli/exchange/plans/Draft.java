package org.xingfuli.exchange.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.exchange.plans.model.Soundness;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A network while a file is read: numbers checked with their line, faults collected. */
final class Draft {

  /** Larger numbers than this are no periods or crews but slips of the keyboard. */
  static final long LARGEST = 10_000_000;
  static final int MOST_CREWS = 1_000;
  private static final int MOST_FAULTS = 1000;

  final Lines lines;
  final NetworkBuilder network = Network.builder();
  final List<Integer> capacities = new ArrayList<>();
  private final List<Refusal> faults = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private int activities;
  private boolean counted = true;

  Draft(Lines lines) {
    this.lines = lines;
  }

  void fault(String code) {
    fault(code, Map.of());
  }

  void fault(String code, Map<String, Object> values) {
    faultAt(lines.number(), code, values);
  }

  void faultAt(int line, String code, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("line", line);
    if (faults.size() < MOST_FAULTS) {
      faults.add(Refusal.of(code, all));
    }
  }

  /** A number in its bounds; faults and gives 0 otherwise. */
  int number(String what, long least, long most) {
    if (!lines.integer()) {
      fault("plan-file.not-a-number", Map.of("what", what, "found", lines.rest()));
      lines.skipWord();
      return 0;
    }
    long value = lines.value();
    if (value < least || value > Math.min(most, LARGEST)) {
      fault("plan-file.out-of-range",
          Map.of("what", what, "value", value, "least", least, "most", Math.min(most, LARGEST)));
      return 0;
    }
    return (int) value;
  }

  int number(String what, long least) {
    return number(what, least, LARGEST);
  }

  void crew(String code, int capacity) {
    capacities.add(capacity);
    network.crew(Crew.of(code, capacity));
  }

  /** The requests of one activity, as many numbers as there are crews. */
  List<Demand> requests(int duration) {
    Demand[] demands = new Demand[4];
    int count = 0;
    for (int crew = 0; crew < capacities.size(); crew++) {
      lines.take(',');
      if (!lines.integer()) {
        fault("plan-file.too-few-requests",
            Map.of("expected", capacities.size(), "given", crew, "found", lines.rest()));
        return List.of();
      }
      long number = lines.value();
      if (number < 0 || duration > 0 && number > capacities.get(crew)) {
        fault("plan-file.request-above-capacity",
            Map.of("crew", crew + 1, "value", number, "capacity", capacities.get(crew)));
      } else if (number > 0 && duration > 0) {
        if (count == demands.length) {
          demands = Arrays.copyOf(demands, 2 * count);
        }
        demands[count++] = new Demand(crew, (int) number);
      }
    }
    return List.of(Arrays.copyOf(demands, count));
  }

  void task(Task task) {
    network.task(task);
    activities++;
  }

  int faults() {
    return faults.size();
  }

  int activities() {
    return activities;
  }

  void successor(int from, int to, int lag) {
    links.add(new Link(from, to, Link.Kind.FS, lag));
  }

  void expectLineDone() {
    if (!lines.done()) {
      fault("plan-file.too-much-on-line", Map.of("found", lines.rest()));
    }
  }

  void expectActivities(int expected) {
    counted = activities == expected;
    if (!counted) {
      fault("plan-file.wrong-number-of-activities", Map.of("expected", expected, "found", activities));
    }
  }

  /** Throws all faults of the reading and the circles among the links, or else the faults of the network. */
  Network build() {
    links.forEach(network::link);
    if (faults.isEmpty()) {
      return network.build();
    }
    if (counted) {
      // Where lines are missing the numbers of the others have shifted, and a circle may be none.
      faults.addAll(Soundness.circles(IntStream.range(0, activities).mapToObj(i -> network.taskAt(i).name()).toList(), links));
    }
    throw new Refused(faults);
  }
}
