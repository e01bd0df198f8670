package org.xingfuli.engine.consensus.owners;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a result is as it is, for machines; words belong to whoever shows it.
 *
 * @param values numbers and ids of units, as text; never a person's name
 */
public record Reason(Code code, Map<String, String> values) implements Comparable<Reason> {

  private static final Comparator<Reason> ORDER = Comparator.comparing(Reason::code).thenComparing(reason -> reason.values.toString());

  /** What may be the reason; those of thresholds carry {@code have, whole, needed, missing, threshold}. */
  public enum Code {
    /** Votes of owners who said nothing are in the count: {@code heads, area, side, passedWithout}. Stands first, to be seen. */
    DEEMED_VOTES_COUNTED,
    PARTICIPATION_AREA_SHORT,
    PARTICIPATION_HEADS_SHORT,
    APPROVAL_AREA_SHORT,
    APPROVAL_HEADS_SHORT,
    /** Enough of those taking part approve, and too few take part: it is not decided. */
    SHARES_MET_WITHOUT_QUORUM,
    /** One owner, or co-owners among themselves, voted this way and that: no valid vote. {@code units}. */
    CONTRADICTORY,
    /** {@code units} of a head whose ballots are all invalid. */
    INVALID_BALLOT,
    /** {@code unit, why}: in the whole, but silent. */
    DISPUTED_UNIT,
    /** {@code unit, why}: not in the whole. */
    EXCLUDED_UNIT,
    /** Candidates equal over the last seats, none of them elected: {@code candidates, seats}. */
    TIE,
    /** {@code vacant} of {@code seats}. */
    SEATS_VACANT
  }

  public Reason {
    values = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(values)));
  }

  static Reason of(Code code, Meter meter) {
    return new Reason(code, Map.of("have", meter.part().toPlainString(), "whole", meter.whole().toPlainString(),
        "needed", meter.needed().toPlainString(), "missing", meter.missing().toPlainString(), "threshold", meter.threshold().toString()));
  }

  @Override
  public int compareTo(Reason other) {
    return ORDER.compare(this, other);
  }
}
