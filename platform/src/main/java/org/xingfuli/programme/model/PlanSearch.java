package org.xingfuli.programme.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.StateGraph;

/**
 * A search for a better plan that lasts as long as somebody allows. It ends as a draft plan; the best so far can be seen, and
 * taken by stopping, at any moment.
 *
 * @param seconds allowed
 * @param heardAt last sign of life of the node that searches
 * @param used share of the allowed seconds, 0 to 1
 * @param found from the first answer to the best, each better than the one before
 * @param proved no plan of the same basis is better
 * @param planId the draft it ended as, unless that was thrown away
 */
public record PlanSearch(
    UUID id,
    UUID programmeId,
    State state,
    String note,
    int seconds,
    long seed,
    Instant beganAt,
    String beganBy,
    Instant heardAt,
    double used,
    List<Found> found,
    boolean stopAsked,
    boolean proved,
    @Nullable UUID planId) {

  /** A search says something every second; silent for so long, its node has died. */
  public static final Duration SILENCE = Duration.ofSeconds(20);

  public static final int FEWEST_SECONDS = 2;
  public static final int MOST_SECONDS = 1_800;

  /** How a search goes. */
  public enum State {
    RUNNING, DONE, STOPPED, FAILED;

    /** It comes to the end of its time, is stopped with what it has, or fails and leaves nothing. */
    public enum Act { FINISH, STOP, FAIL }

    public static final StateGraph<State, Act> GRAPH = StateGraph.<State, Act>named("plan-search", RUNNING)
        .edge(RUNNING, Act.FINISH, DONE)
        .edge(RUNNING, Act.STOP, STOPPED)
        .edge(RUNNING, Act.FAIL, FAILED)
        .build();
  }

  /**
   * What was found when.
   *
   * @param used share of the allowed seconds
   * @param lateNodes nodes of projects that finish after their day
   * @param handOverDays sum over projects of the days until each is handed over
   * @param last the day the last project is handed over
   */
  public record Found(double used, int lateNodes, long weightedLateness, long handOverDays, @Nullable LocalDate last) {

    /** Lateness at nodes first, hand-over between equals: what the search itself makes small. */
    public boolean betterThan(Found other) {
      return weightedLateness != other.weightedLateness
          ? weightedLateness < other.weightedLateness : handOverDays < other.handOverDays;
    }
  }
}
