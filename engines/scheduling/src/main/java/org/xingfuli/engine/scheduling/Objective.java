package org.xingfuli.engine.scheduling;

/** What the scheduler makes small. */
@FunctionalInterface
public interface Objective {

  /** One object, so that a search made for it can tell. */
  Objective MAKESPAN = (network, timetable) -> timetable.makespan();

  /** Small is good; deterministic. */
  long cost(Network network, Timetable timetable);

  /** Earliest end of the whole network. */
  static Objective makespan() {
    return MAKESPAN;
  }

  /**
   * Weighted lateness at nodes first, hand-over only between equals. A hand-over sum stays below a thousand million for
   * any district.
   */
  static Objective nodes() {
    return new NodesAndHandOver(1_000_000_000L);
  }

  /** The published cost of the {@code district} text files: 100 × weighted lateness + hand-over periods. */
  static Objective districtCost() {
    return new NodesAndHandOver(100);
  }

  /**
   * Lateness at nodes and the hand-over of the projects in one figure, as {@link Score} counts them.
   *
   * @param perLateness what one unit of weighted lateness counts against one period of one hand-over
   */
  record NodesAndHandOver(long perLateness) implements Objective {

    @Override
    public long cost(Network network, Timetable timetable) {
      Score score = Score.of(network, timetable);
      return cost(score.weightedLateness(), score.handOver());
    }

    long cost(long weightedLateness, long handOver) {
      return perLateness * weightedLateness + handOver;
    }
  }
}
