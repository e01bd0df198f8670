package org.xingfuli.engine.consensus.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A budgeted vote as it stands when the ballots are closed: a budget, projects and ballots. Money is held in whole units of the
 * smallest decimal that occurs, at most {@value #MOST_DECIMALS} of them, so that nothing is rounded. Where projects also share what
 * the site has ({@link SiteLimit}), no count takes more of it than there is.
 */
public final class Election {

  static final int MOST_DECIMALS = 6;
  /** With it sums of costs stay within a long, and what is quadratic in projects within seconds; the largest public votes have hundreds. */
  static final int MOST_PROJECTS = 5_000;
  /** In whole units: with it a cost and what a share of it is stay well within a long. */
  private static final BigDecimal MOST_UNITS = new BigDecimal("1e15");

  private final BigDecimal budget;
  private final BallotKind kind;
  private final List<Project> projects;
  private final int decimals;
  private final long[] costs;
  private final String[] ids;
  private final int[] start;
  private final int[] choice;
  private final long[] points;
  private final List<SiteLimit> site;

  private Election(Builder from, int decimals) {
    this.budget = from.budget;
    this.kind = from.kind;
    this.projects = List.copyOf(from.projects);
    this.decimals = decimals;
    this.costs = projects.stream().mapToLong(project -> units(project.cost())).toArray();
    this.ids = from.ids.toArray(String[]::new);
    this.start = Arrays.copyOf(from.start, ids.length + 1);
    this.choice = Arrays.copyOf(from.choice, start[ids.length]);
    this.points = Arrays.copyOf(from.points, start[ids.length]);
    this.site = List.copyOf(from.site);
  }

  public BigDecimal budget() {
    return budget;
  }

  public BallotKind kind() {
    return kind;
  }

  /** Projects are told by their place in this list. */
  public List<Project> projects() {
    return projects;
  }

  /** What of the site projects share; empty where only money is short. */
  public List<SiteLimit> site() {
    return site;
  }

  /** How many ballots there are, those that name nothing included: they, too, hold a share. */
  public int ballots() {
    return ids.length;
  }

  public String ballotId(int ballot) {
    return ids[ballot];
  }

  /** The projects a ballot names, in its order. */
  public int[] choices(int ballot) {
    return Arrays.copyOfRange(choice, start[ballot], start[ballot + 1]);
  }

  /** The points a ballot gives, beside {@link #choices}; 1 each where the kind knows no points. */
  public long[] points(int ballot) {
    return Arrays.copyOfRange(points, start[ballot], start[ballot + 1]);
  }

  /** Ballots that name each project. */
  public int[] votes() {
    int[] votes = new int[projects.size()];
    for (int c : choice) {
      votes[c]++;
    }
    return votes;
  }

  /** The same projects and ballots with another budget, for a look at what it would buy. */
  public Election withBudget(BigDecimal other) {
    return copy(other, site);
  }

  /** The same projects and ballots on a site with other limits; none of them as if there were none. */
  public Election withSite(List<SiteLimit> other) {
    return copy(budget, other);
  }

  private Election copy(BigDecimal money, List<SiteLimit> limits) {
    Builder builder = new Builder(money, kind);
    projects.forEach(builder::project);
    for (int b = 0; b < ids.length; b++) {
      builder.ballot(ids[b], choices(b), points(b));
    }
    limits.forEach(builder::limit);
    return builder.build();
  }

  int decimals() {
    return decimals;
  }

  long cost(int project) {
    return costs[project];
  }

  long budgetUnits() {
    return units(budget);
  }

  /** Of an amount with no more decimals than the election has. */
  long units(BigDecimal amount) {
    return amount.movePointRight(decimals).longValueExact();
  }

  BigDecimal amount(long units) {
    return BigDecimal.valueOf(units, decimals).stripTrailingZeros();
  }

  /** Whether an amount is 0 or more, has no more decimals and not too many units of them. */
  static boolean isMoney(BigDecimal money, int decimals) {
    return money.signum() >= 0 && decimalsOf(money) <= decimals && money.compareTo(MOST_UNITS.movePointLeft(decimals)) <= 0;
  }

  static int decimalsOf(BigDecimal money) {
    return Math.max(0, money.stripTrailingZeros().scale());
  }

  /** Takes projects first, then ballots; every fault is told when all is there. */
  public static final class Builder {

    private final BigDecimal budget;
    private final BallotKind kind;
    private final List<Project> projects = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<SiteLimit> site = new ArrayList<>();
    private final List<Refusal> faults = new ArrayList<>();
    private int[] start = new int[1024];
    private int[] choice = new int[4096];
    private long[] points = new long[4096];
    private int[] namedIn = new int[64];

    public Builder(BigDecimal budget, BallotKind kind) {
      this.budget = budget;
      this.kind = kind;
    }

    public Builder project(Project project) {
      if (places.putIfAbsent(project.id(), projects.size()) != null) {
        faults.add(Refusal.of("election.project-twice", Map.of("project", project.id())));
      }
      projects.add(project);
      return this;
    }

    /** Place of a project in the list, or -1 when there is none of that id. */
    public int place(String project) {
      return places.getOrDefault(project, -1);
    }

    /** A ballot that gives no points. */
    public Builder ballot(String id, int... choices) {
      long[] ones = new long[choices.length];
      Arrays.fill(ones, 1);
      return ballot(id, choices, ones);
    }

    /**
     * @param choices places of projects, none twice; an ordinal ballot names the most wanted first
     * @param given points beside them; a project given 0 or less is not supported
     */
    public Builder ballot(String id, int[] choices, long[] given) {
      int at = start[ids.size()];
      if (ids.size() + 2 > start.length) {
        start = Arrays.copyOf(start, start.length * 2);
      }
      while (at + choices.length > choice.length) {
        choice = Arrays.copyOf(choice, choice.length * 2);
        points = Arrays.copyOf(points, points.length * 2);
      }
      for (int c = 0; c < choices.length; c++) {
        check(id, choices, given, c);
        choice[at + c] = choices[c];
        points[at + c] = given[c];
      }
      ids.add(id);
      start[ids.size()] = at + choices.length;
      return this;
    }

    private void check(String id, int[] choices, long[] given, int c) {
      if (choices[c] < 0 || choices[c] >= projects.size()) {
        faults.add(Refusal.of("election.project-unknown", Map.of("ballot", id, "project", choices[c])));
        return;
      }
      // Marked with the number of the ballot: one look a choice, however many a ballot has.
      if (choices[c] >= namedIn.length) {
        namedIn = Arrays.copyOf(namedIn, projects.size() * 2);
      }
      if (namedIn[choices[c]] == ids.size() + 1) {
        faults.add(Refusal.of("election.choice-twice", Map.of("ballot", id, "project", projects.get(choices[c]).id())));
      }
      namedIn[choices[c]] = ids.size() + 1;
      if (Math.abs(given[c]) > 1_000_000_000L) {
        faults.add(Refusal.of("election.points", Map.of("ballot", id, "points", given[c])));
      }
    }

    /** Of projects already given, by their places. */
    public Builder limit(SiteLimit limit) {
      if (site.stream().anyMatch(known -> known.id().equals(limit.id()))) {
        faults.add(Refusal.of("election.site-twice", Map.of("site", limit.id())));
      }
      if (!fine(limit.limit())) {
        faults.add(Refusal.of("election.site-limit", Map.of("site", limit.id(), "limit", limit.limit().toString())));
      }
      limit.uses().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(use -> {
        if (use.getKey() < 0 || use.getKey() >= projects.size()) {
          faults.add(Refusal.of("election.site-project", Map.of("site", limit.id(), "project", use.getKey())));
        } else if (!fine(use.getValue())) {
          faults.add(Refusal.of("election.site-use", Map.of("site", limit.id(), "project", projects.get(use.getKey()).id(), "use",
              use.getValue().toString())));
        }
      });
      site.add(limit);
      return this;
    }

    private static boolean fine(BigDecimal amount) {
      return isMoney(amount, MOST_DECIMALS);
    }

    /** @throws Refused with every fault: {@code election.budget}, {@code .cost}, {@code .project-twice}, {@code .project-unknown}, … */
    public Election build() {
      int decimals = Math.min(MOST_DECIMALS, decimalsOf(budget));
      for (Project project : projects) {
        decimals = Math.max(decimals, Math.min(MOST_DECIMALS, decimalsOf(project.cost())));
      }
      if (!isMoney(budget, decimals)) {
        faults.add(Refusal.of("election.budget", Map.of("budget", budget.toString())));
      }
      for (Project project : projects) {
        if (!isMoney(project.cost(), decimals)) {
          faults.add(Refusal.of("election.cost", Map.of("project", project.id(), "cost", project.cost().toString())));
        }
      }
      if (projects.size() > MOST_PROJECTS) {
        faults.add(Refusal.of("election.projects", Map.of("projects", projects.size(), "most", MOST_PROJECTS)));
      }
      Refused.ifAny(faults);
      return new Election(this, decimals);
    }
  }
}
