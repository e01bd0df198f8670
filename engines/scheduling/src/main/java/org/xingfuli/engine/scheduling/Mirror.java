package org.xingfuli.engine.scheduling;

/**
 * One direction of time over a network in which both are alike: no horizon, calendars or releases, crews of one size, and
 * nobody starts before a predecessor or finishes after a successor. Links are weights from start to start; in the backward direction a task's start is what
 * remains after its finish.
 */
final class Mirror {

  /** The arcs a task must come after, as flat arrays: start ≥ start of {@code before[k]} + {@code weight[k]}. */
  final int[] from;
  final int[] before;
  final int[] weight;

  private Mirror(int[] from, int[] before, int[] weight) {
    this.from = from;
    this.before = before;
    this.weight = weight;
  }

  /** Whether the task must come after the other in this direction, by a link of its own. */
  boolean asks(int task, int other) {
    for (int k = from[task]; k < from[task + 1]; k++) {
      if (before[k] == other) {
        return true;
      }
    }
    return false;
  }

  /** Whether time may be turned round in this network without changing what it asks. */
  static boolean suits(Network network) {
    if (network.horizonGiven()) {
      return false;
    }
    for (int i = 0; i < network.size(); i++) {
      if (!network.calendar[i].isEveryPeriod() || network.release[i] > 0) {
        return false;
      }
    }
    for (Link link : network.links()) {
      int asked = link.lag() + switch (link.kind()) {
        case FS -> network.duration[link.from()] + network.duration[link.to()];
        case SS -> network.duration[link.to()];
        case FF -> network.duration[link.from()];
        case SF -> 0;
      };
      if (asked < Math.max(network.duration[link.from()], network.duration[link.to()])) {
        return false;
      }
    }
    return network.crews().stream().allMatch(crew -> crew.profile().size() == 1 && crew.profile().get(0).from() <= 0);
  }

  static Mirror forward(Network network) {
    return of(network, network.predecessors, true);
  }

  static Mirror backward(Network network) {
    return of(network, network.successors, false);
  }

  private static Mirror of(Network network, Arcs arcs, boolean forward) {
    int[] weight = new int[arcs.task.length];
    for (int i = 0; i < network.size(); i++) {
      for (int k = arcs.from[i]; k < arcs.from[i + 1]; k++) {
        int first = network.duration[forward ? arcs.task[k] : i];
        int second = network.duration[forward ? i : arcs.task[k]];
        int startToStart = arcs.lag[k] + switch (arcs.kind[k]) {
          case FS -> first;
          case SS -> 0;
          case FF -> first - second;
          case SF -> -second;
        };
        weight[k] = forward ? startToStart : startToStart + second - first;
      }
    }
    return new Mirror(arcs.from, arcs.task, weight);
  }
}
