package org.xingfuli.engine.scheduling;


/** Priority rules of the one-pass generations: a key per task, small first. */
public enum Rule {
  /** Latest finish first: what levelling in planning tools does. */
  LATEST_FINISH {
    @Override
    int key(Dates dates, int i) {
      return dates.latest.finish(i);
    }
  },
  LATEST_START {
    @Override
    int key(Dates dates, int i) {
      return dates.latest.start(i);
    }
  },
  /** Least total float first. */
  MIN_SLACK {
    @Override
    int key(Dates dates, int i) {
      return dates.latest.start(i) - dates.earliest.start(i);
    }
  },
  /** One project after the other, the shortest first; inside one by latest start. Good for the sum of project finishes. */
  PROJECT_BY_PROJECT {
    @Override
    int key(Dates dates, int i) {
      return dates.projectRank[dates.network.project[i]] * 10_000 + Math.clamp(dates.latest.start(i), 0, 9_999);
    }
  },
  GIVEN_ORDER {
    @Override
    int key(Dates dates, int i) {
      return i;
    }
  };

  abstract int key(Dates dates, int i);

  /** Keys of all tasks under this rule. */
  public int[] keys(Network network) {
    return keys(Dates.of(network));
  }

  int[] keys(Dates dates) {
    int[] keys = new int[dates.network.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(dates, i);
    }
    return keys;
  }

  /** Capacity-free dates the rules look at. */
  static final class Dates {
    final Network network;
    final Timetable earliest;
    final Timetable latest;
    final int[] projectRank;

    private Dates(Network network, Timetable earliest, Timetable latest) {
      this.network = network;
      this.earliest = earliest;
      this.latest = latest;
      int[] length = BackwardPass.criticalPathEnds(network, earliest);
      projectRank = Ranking.by(length).rank;
    }

    /** With nodes or ends, slack is measured to them; without, to each project's own critical path. */
    static Dates of(Network network) {
      Timetable earliest = ForwardPass.of(network);
      boolean ends = false;
      for (int p = 0; p < network.projects(); p++) {
        ends |= network.projectEndOrNever(p) != Network.NEVER;
      }
      Timetable latest = ends || !network.nodes().isEmpty()
          ? BackwardPass.of(network)
          : BackwardPass.of(network, BackwardPass.criticalPathEnds(network, earliest));
      return new Dates(network, earliest, latest);
    }

    int span() {
      return Math.max(1, earliest.makespan());
    }
  }
}
