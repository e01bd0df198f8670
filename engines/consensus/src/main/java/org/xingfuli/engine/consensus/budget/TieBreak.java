package org.xingfuli.engine.consensus.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * Who comes first among projects that are exactly equal. It is stated before the vote; every use of it stands in the result
 * ({@link Tie}).
 */
public final class TieBreak {

  private final String code;
  private final List<String> lots;

  private TieBreak(String code, List<String> lots) {
    this.code = code;
    this.lots = lots;
  }

  /** The lesser id, letter by letter. */
  public static TieBreak byId() {
    return new TieBreak("id", List.of());
  }

  /** The cheaper one, so that more is left; then the lesser id. */
  public static TieBreak cheaperFirst() {
    return new TieBreak("cheaper", List.of());
  }

  /** The one more ballots name; then the lesser id. */
  public static TieBreak moreVotesFirst() {
    return new TieBreak("votes", List.of());
  }

  /**
   * Lots drawn before the ballots were opened.
   *
   * @param ids every project, the winner of a tie first
   */
  public static TieBreak drawn(List<String> ids) {
    return new TieBreak("lots", List.copyOf(ids));
  }

  /** {@code id}, {@code cheaper}, {@code votes} or {@code lots}, as a result names it. */
  public String code() {
    return code;
  }

  /** @throws Refused with {@code election.lots} when lots were drawn for other projects */
  Comparator<Integer> order(Election election) {
    List<Project> projects = election.projects();
    Comparator<Integer> byId = Comparator.comparing(p -> projects.get(p).id());
    return switch (code) {
      case "cheaper" -> Comparator.<Integer>comparingLong(election::cost).thenComparing(byId);
      case "votes" -> {
        int[] votes = election.votes();
        yield Comparator.<Integer>comparingInt(p -> -votes[p]).thenComparing(byId);
      }
      case "lots" -> {
        Map<String, Integer> place = new HashMap<>();
        lots.forEach(id -> place.put(id, place.size()));
        List<String> missing = new ArrayList<>(projects.stream().map(Project::id).toList());
        missing.removeAll(new HashSet<>(lots));
        if (!missing.isEmpty()) {
          Collections.sort(missing);
          throw new Refused(Refusal.of("election.lots", Map.of("projects", String.join(", ", missing))));
        }
        yield Comparator.comparing(p -> place.get(projects.get(p).id()));
      }
      default -> byId;
    };
  }
}
