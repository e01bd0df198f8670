package org.xingfuli.programme.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

  /**
   * An edit of the capacity; the changes given replace all there were. Saying {@code assumption: false} confirms the crew;
   * what is absent of flag and source stays.
   */
  record Edit(
      @Nullable Integer version,
      @NotNull Integer capacity,
      @Nullable List<Crew.Change> changes,
      @Nullable Boolean assumption,
      @Nullable @Size(max = 200) String source) {

    Crew of(Crew crew) {
      return new Crew(crew.code(), crew.name(), crew.sharedWithin(), capacity, changes == null ? List.of() : changes,
          assumption == null ? crew.assumption() : assumption, source == null ? crew.source() : source.strip(),
          crew.version());
    }
  }

  /** A crew to add; {@code after} is the code of the one it stands behind, the last when absent. */
  record Addition(
      @NotNull @Size(max = 40) String code,
      @NotNull Words name,
      Crew.@NotNull SharedWithin sharedWithin,
      @NotNull Integer capacity,
      @Nullable List<Crew.Change> changes,
      @Nullable Boolean assumption,
      @Nullable @Size(max = 200) String source,
      @Nullable String after) {

    Crew crew() {
      return new Crew(code.strip(), Words.of(name.zh().strip(), name.en().strip()), sharedWithin, capacity,
          changes == null ? List.of() : changes, assumption == null || assumption, source == null ? "" : source, 1);
    }
  }
}
