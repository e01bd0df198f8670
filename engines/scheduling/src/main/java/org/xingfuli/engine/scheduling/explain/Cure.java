package org.xingfuli.engine.scheduling.explain;

import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Timetable;

/** Something that saves a node. Its timetable is the proof: feasible in the changed network, found by planning again. */
public sealed interface Cure {

  /** The network with the cure in it, which the timetable was verified against. */
  Network network();

  Timetable timetable();

  /**
   * More of a crew.
   *
   * @param extra units beside those there are
   * @param from first period they are needed
   * @param to exclusive
   * @param crewDays units × periods really used beyond what there is
   */
  record MoreCrew(int crew, int extra, int from, int to, long crewDays, Network network, Timetable timetable)
      implements Cure {}

  /**
   * A later date.
   *
   * @param periods later than the due
   * @param cost the node's weight × periods
   */
  record LaterDate(int periods, long cost, Network network, Timetable timetable) implements Cure {}
}
