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
    return (network, timetable) -> {
      Score score = Score.of(network, timetable);
      return score.weightedLateness() * 1_000_000_000L + score.handOver();
    };
  }

  /** The published cost of the {@code district} text files: 100 × weighted lateness + hand-over periods. */
  static Objective districtCost() {
    return (network, timetable) -> {
      Score score = Score.of(network, timetable);
      return 100 * score.weightedLateness() + score.handOver();
    };
  }
}
