package org.xingfuli.programme.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.Crew;

/** A crew and how many there are, from which day on. */
record CrewRow(
    String code,
    Words name,
    Crew.SharedWithin sharedWithin,
    int capacity,
    List<Crew.Change> changes,
    boolean assumption,
    String source,
    int version) {

  static CrewRow of(Crew crew) {
    return new CrewRow(crew.code(), crew.name(), crew.sharedWithin(), crew.capacity(), crew.changes(),
        crew.assumption(), crew.source(), crew.version());
  }

  /** An edit of the capacity; the changes given replace all there were. */
  record Edit(@Nullable Integer version, @NotNull Integer capacity, @Nullable List<Crew.Change> changes) {}
}
