package org.xingfuli.estate.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Titles;
import org.xingfuli.wire.Mask;

/**
 * An act in an estate's history.
 *
 * @param act as the audit names it
 * @param name what it was done to, a household with its door masked where the role does not see doors, as in the changes
 * @param who title and name of the person, or the task that did it
 * @param undone somebody took it back
 * @param undoable whether it may be taken back: it changed fields, and nobody took it back; later changes of the same fields
 *     are found when it is tried
 */
record HistoryRow(
    UUID id,
    String act,
    Deed.Kind kind,
    @Nullable UUID buildingId,
    String name,
    List<Deed.Change> changes,
    @Nullable String reason,
    @Nullable UUID undoes,
    boolean undone,
    boolean undoable,
    String who,
    LocalDate doneOn,
    Instant at) {

  static List<HistoryRow> of(Collection<Deed> deeds, Set<UUID> undone, Map<UUID, String> names, boolean doors) {
    return deeds.stream().map(deed -> new HistoryRow(deed.id(), deed.act(), deed.kind(), deed.buildingId(),
        name(deed, doors), changes(deed, doors), deed.reason(), deed.undoes(), undone.contains(deed.id()),
        !deed.changes().isEmpty() && deed.kind() != Deed.Kind.SURVEY && !undone.contains(deed.id()),
        who(deed.person(), deed.title(), names), deed.doneOn(), deed.at())).toList();
  }

  private static String name(Deed deed, boolean doors) {
    return doors || deed.kind() != Deed.Kind.HOUSEHOLD ? deed.name() : Titles.masked(deed.name());
  }

  private static List<Deed.Change> changes(Deed deed, boolean doors) {
    return doors || deed.kind() != Deed.Kind.HOUSEHOLD ? deed.changes() : deed.changes().stream()
        .map(change -> change.field().equals("door")
            ? new Deed.Change(change.field(), Mask.door(change.from()), Mask.door(change.to())) : change)
        .toList();
  }

  /** Who did something: the name now, a stroke for a person who is no more. */
  static String who(@Nullable UUID person, @Nullable String title, Map<UUID, String> names) {
    return person == null ? Objects.requireNonNullElse(title, "–") : names.getOrDefault(person, "–");
  }
}
