package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan holds besides the year's own figures, because drafts were adopted into it.
 *
 * @param edits edits that make the network another: crews, permits, durations, what was dropped, rain; in the order adopted
 * @param pins activities that stand later than the order alone would let them, by id: they start no earlier
 * @param lost days lost before an activity's start that the plan's dates hold already, by id
 */
public record Adopted(List<DraftEdit> edits, Map<UUID, LocalDate> pins, Map<UUID, Integer> lost) {

  public static final Adopted NOTHING = new Adopted(List.of(), Map.of(), Map.of());

  public Adopted {
    edits = List.copyOf(edits);
    pins = Map.copyOf(pins);
    lost = Map.copyOf(lost);
  }

  public boolean isEmpty() {
    return edits.isEmpty() && pins.isEmpty();
  }

  /**
   * So many of a crew more, or fewer, on these days.
   *
   * @param pool who shares them; absent for every pool of the crew
   */
  public record CrewsMoved(String crew, @Nullable String pool, LocalDate from, LocalDate until, int by) {}

  /** Crews added, taken away and moved; those moved are fewer in one place and more in another. */
  public List<CrewsMoved> crewsMoved() {
    var moved = new ArrayList<CrewsMoved>();
    for (var edit : edits) {
      if (edit.crew() == null || edit.from() == null || edit.until() == null || edit.number() == null) {
        continue;
      }
      if (edit.kind() == DraftEdit.Kind.CREWS) {
        moved.add(new CrewsMoved(edit.crew(), shared(edit.pool()), edit.from(), edit.until(), edit.number()));
      } else if (edit.kind() == DraftEdit.Kind.MOVE && edit.toCrew() != null) {
        moved.add(new CrewsMoved(edit.crew(), shared(edit.pool()), edit.from(), edit.until(), -edit.number()));
        moved.add(new CrewsMoved(edit.toCrew(), shared(edit.toPool()), edit.from(), edit.until(), edit.number()));
      }
    }
    return moved;
  }

  private static @Nullable String shared(@Nullable String pool) {
    return pool == null || pool.isEmpty() ? null : pool;
  }

  /** What lasts in a plan that is computed afresh: dates and days lost were of the old one. */
  public Adopted lasting() {
    return new Adopted(edits, Map.of(), Map.of());
  }

  /** The same in a plan whose dates know of these reports. */
  public Adopted knowing(Basis basis, Map<Integer, Progress> standing) {
    var so = new HashMap<UUID, Integer>();
    standing.forEach((activity, known) -> {
      if (!known.started()) {
        so.put(basis.idOf(activity), Math.max(0, Progress.sum(known.lostBefore())));
      }
    });
    return new Adopted(edits, pins, so);
  }

  Adopted pinnedTo(Map<UUID, LocalDate> starts) {
    return new Adopted(edits, starts, lost);
  }
}
