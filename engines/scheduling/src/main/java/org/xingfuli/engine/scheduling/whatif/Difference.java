package org.xingfuli.engine.scheduling.whatif;

import java.util.ArrayList;
import java.util.List;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Timetable;

/**
 * What differs between two timetables.
 *
 * @param changes tasks with another start or finish, by index
 * @param nodes every node, in the networks' order
 * @param later largest number of periods a finish comes later, 0 when none does
 * @param earlier likewise earlier
 * @param before what the first is worth
 * @param after what the second is worth
 */
public record Difference(
    List<Change> changes, List<NodeChange> nodes, int later, int earlier, Score before, Score after) {

  /** A date a task does not have, because only the other timetable holds it. */
  public static final int NONE = -1;

  /** One task's dates before and after; finishes are exclusive. */
  public record Change(int task, int startBefore, int finishBefore, int startAfter, int finishAfter) {

    public boolean added() {
      return startBefore == NONE;
    }

    /** Periods the finish comes later; 0 for a task that is new. */
    public int shift() {
      return added() ? 0 : finishAfter - finishBefore;
    }
  }

  /**
   * A node's lateness before and after in periods, 0 on time.
   *
   * @param node index
   */
  public record NodeChange(int node, int finishBefore, int lateBefore, int finishAfter, int lateAfter) {

    public boolean changed() {
      return finishBefore != finishAfter || lateBefore != lateAfter;
    }
  }

  /** Two timetables of one network, such as two baselines. */
  public static Difference between(Network network, Timetable one, Timetable other) {
    return between(network, one, network, other);
  }

  /** The other network may hold more tasks behind those of the first, and other dues of the same nodes. */
  public static Difference between(Network network, Timetable one, Network changed, Timetable other) {
    List<Change> changes = new ArrayList<>();
    int later = 0;
    int earlier = 0;
    for (int i = 0; i < other.size(); i++) {
      if (i >= one.size()) {
        changes.add(new Change(i, NONE, NONE, other.start(i), other.finish(i)));
      } else if (one.start(i) != other.start(i) || one.finish(i) != other.finish(i)) {
        Change change = new Change(i, one.start(i), one.finish(i), other.start(i), other.finish(i));
        changes.add(change);
        later = Math.max(later, change.shift());
        earlier = Math.max(earlier, -change.shift());
      }
    }
    List<NodeChange> nodes = new ArrayList<>();
    for (int n = 0; n < network.nodes().size(); n++) {
      Node was = network.nodes().get(n);
      Node is = changed.nodes().get(n);
      int finish = one.finish(was.task());
      int then = other.finish(is.task());
      nodes.add(new NodeChange(n, finish, Math.max(0, finish - was.due()), then, Math.max(0, then - is.due())));
    }
    return new Difference(List.copyOf(changes), List.copyOf(nodes), later, earlier, Score.of(network, one),
        Score.of(changed, other));
  }

  public int lateNodesBefore() {
    return before.lateNodes();
  }

  public int lateNodesAfter() {
    return after.lateNodes();
  }
}
