package org.xingfuli.engine.consensus.budget;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The ballots of an election under one utility, like ballots counted together: whoever votes alike holds the same money at every
 * moment. A ballot of class c is worth {@code weight × factor} when a project is built; the factor is the project's, so that cost
 * utilities need no long weights.
 */
final class Profile {

  private final Election election;
  private final int[] classOf;
  private final int[] size;
  /** Ballots by class: start of class c, then its projects and weights. */
  private final int[] start;
  private final int[] choice;
  private final long[] weight;
  /** The same by project: start of project p, then its classes and weights. */
  private final int[] supportStart;
  private final int[] supporter;
  private final long[] supportWeight;
  private final long[] factor;
  private final long[] support;
  private final int[] supporters;

  Profile(Election election, Utility utility) {
    this.election = election;
    int projects = election.projects().size();
    factor = new long[projects];
    for (int p = 0; p < projects; p++) {
      factor[p] = utility == Utility.COST ? election.cost(p) : 1;
    }
    classOf = new int[election.ballots()];
    Map<Row, Integer> classes = new HashMap<>(classOf.length * 2);
    for (int b = 0; b < classOf.length; b++) {
      Row row = Row.of(election.choices(b), election.points(b), utility);
      Integer known = classes.putIfAbsent(row, classes.size());
      classOf[b] = known == null ? classes.size() - 1 : known;
    }
    Row[] rows = new Row[classes.size()];
    classes.forEach((row, c) -> rows[c] = row);
    size = new int[rows.length];
    for (int c : classOf) {
      size[c]++;
    }
    start = new int[rows.length + 1];
    for (int c = 0; c < rows.length; c++) {
      start[c + 1] = start[c] + rows[c].choices.length;
    }
    choice = new int[start[rows.length]];
    weight = new long[choice.length];
    for (int c = 0; c < rows.length; c++) {
      System.arraycopy(rows[c].choices, 0, choice, start[c], rows[c].choices.length);
      System.arraycopy(rows[c].weights, 0, weight, start[c], rows[c].weights.length);
    }
    supportStart = new int[projects + 1];
    for (int p : choice) {
      supportStart[p + 1]++;
    }
    for (int p = 0; p < projects; p++) {
      supportStart[p + 1] += supportStart[p];
    }
    supporter = new int[choice.length];
    supportWeight = new long[choice.length];
    int[] next = supportStart.clone();
    for (int c = 0; c < rows.length; c++) {
      for (int k = start[c]; k < start[c + 1]; k++) {
        int at = next[choice[k]]++;
        supporter[at] = c;
        supportWeight[at] = weight[k];
      }
    }
    // Every count of every share asks for these.
    support = new long[projects];
    supporters = new int[projects];
    for (int p = 0; p < projects; p++) {
      for (int at = supportStart[p]; at < supportStart[p + 1]; at++) {
        support[p] += size[supporter[at]] * supportWeight[at];
        supporters[p] += size[supporter[at]];
      }
    }
  }

  Election election() {
    return election;
  }

  int classes() {
    return size.length;
  }

  int classOf(int ballot) {
    return classOf[ballot];
  }

  /** Ballots of a class. */
  int size(int c) {
    return size[c];
  }

  int projects() {
    return factor.length;
  }

  long factor(int project) {
    return factor[project];
  }

  /** First place of a project's supporters; they end where those of the next project begin. */
  int supportFrom(int project) {
    return supportStart[project];
  }

  int supporter(int at) {
    return supporter[at];
  }

  long supportWeight(int at) {
    return supportWeight[at];
  }

  int choiceFrom(int c) {
    return start[c];
  }

  int choice(int at) {
    return choice[at];
  }

  long weight(int at) {
    return weight[at];
  }

  /** Sum of the weights of all ballots that support a project. */
  long support(int project) {
    return support[project];
  }

  /** How many ballots support a project. */
  int supporters(int project) {
    return supporters[project];
  }

  /** What a ballot says under a utility, its projects in ascending order. */
  private record Row(int[] choices, long[] weights) implements Comparable<Row> {

    static Row of(int[] choices, long[] points, Utility utility) {
      long[] weights = new long[choices.length];
      int kept = 0;
      for (int k = 0; k < choices.length; k++) {
        long weight = points[k] <= 0 ? 0 : switch (utility) {
          case COST, CARDINALITY -> 1;
          case BORDA -> choices.length - 1 - k;
          case POINTS -> points[k];
        };
        if (weight > 0) {
          weights[kept] = weight;
          choices[kept++] = choices[k];
        }
      }
      return sorted(choices, weights, kept);
    }

    private static Row sorted(int[] choices, long[] weights, int kept) {
      long[] places = new long[kept];
      for (int k = 0; k < kept; k++) {
        places[k] = (long) choices[k] << 32 | k;
      }
      Arrays.sort(places);
      Row row = new Row(new int[kept], new long[kept]);
      for (int k = 0; k < kept; k++) {
        row.choices[k] = (int) (places[k] >> 32);
        row.weights[k] = weights[(int) places[k]];
      }
      return row;
    }

    /** So that a map of them stays quick when a file is made to give many the same hash. */
    @Override
    public int compareTo(Row other) {
      int compared = Arrays.compare(choices, other.choices);
      return compared != 0 ? compared : Arrays.compare(weights, other.weights);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(choices, row.choices) && Arrays.equals(weights, row.weights);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(choices) + Arrays.hashCode(weights);
    }
  }
}
