package org.xingfuli.engine.scheduling;

import java.util.Arrays;

/**
 * What a timetable is worth, node by node and project by project.
 *
 * @param weightedLateness sum over nodes of weight × periods late
 * @param lateNodes nodes that finish after their due
 * @param handOver sum over projects of the finish of their last task
 * @param makespan finish of the last task of all
 */
public record Score(long weightedLateness, int lateNodes, long handOver, int makespan) {

  public static Score of(Network network, Timetable timetable) {
    long lateness = 0;
    int late = 0;
    for (Node node : network.nodes()) {
      int by = timetable.finish(node.task()) - node.due();
      if (by > 0) {
        lateness += (long) node.weight() * by;
        late++;
      }
    }
    long handOver = Arrays.stream(projectFinishes(network, timetable)).asLongStream().sum();
    return new Score(lateness, late, handOver, timetable.makespan());
  }

  /** Finish of the last task of each project; 0 for a project without tasks. */
  public static int[] projectFinishes(Network network, Timetable timetable) {
    int[] last = new int[network.projects()];
    for (int i = 0; i < network.size(); i++) {
      last[network.project[i]] = Math.max(last[network.project[i]], timetable.finish(i));
    }
    return last;
  }
}
