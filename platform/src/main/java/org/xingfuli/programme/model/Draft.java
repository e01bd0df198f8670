package org.xingfuli.programme.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.StateGraph;

/**
 * Edits tried beside the frozen plan, until they are adopted or thrown away.
 *
 * @param basePlan the frozen plan it is tried against
 * @param revision counts the changes, so that the second who edits is told
 * @param past the edits before each change, the oldest first; what undo goes back to
 * @param future what redo goes forward to, the nearest first
 * @param adoptedAs the plan it became
 */
public record Draft(
    UUID id,
    UUID programmeId,
    String name,
    State state,
    UUID basePlan,
    int baseVersion,
    UUID owner,
    String ownerName,
    Instant createdAt,
    int revision,
    List<DraftEdit> edits,
    List<List<DraftEdit>> past,
    List<List<DraftEdit>> future,
    @Nullable UUID adoptedAs) {

  /** So many steps can be taken back. */
  private static final int REMEMBERED = 50;

  /** A draft is open until it is decided. */
  public enum State {
    OPEN, ADOPTED, DISCARDED;

    /** What ends a draft. */
    public enum Act { ADOPT, DISCARD }

    public static final StateGraph<State, Act> GRAPH = StateGraph.<State, Act>named("draft", OPEN)
        .edge(OPEN, Act.ADOPT, ADOPTED)
        .edge(OPEN, Act.DISCARD, DISCARDED)
        .build();
  }

  /** With other edits; what was can be gone back to, what had been taken back is forgotten. */
  public Draft editedTo(List<DraftEdit> next) {
    var before = new ArrayList<>(past);
    before.add(edits);
    if (before.size() > REMEMBERED) {
      before.removeFirst();
    }
    return with(next, before, List.of());
  }

  public boolean undoable() {
    return !past.isEmpty();
  }

  public boolean redoable() {
    return !future.isEmpty();
  }

  /** One step back; itself when there is none. */
  public Draft undone() {
    if (past.isEmpty()) {
      return this;
    }
    var after = new ArrayList<List<DraftEdit>>();
    after.add(edits);
    after.addAll(future);
    return with(past.getLast(), past.subList(0, past.size() - 1), after);
  }

  /** One step forward again; itself when there is none. */
  public Draft redone() {
    if (future.isEmpty()) {
      return this;
    }
    var before = new ArrayList<>(past);
    before.add(edits);
    return with(future.getFirst(), before, future.subList(1, future.size()));
  }

  /** The same edits against another frozen plan. */
  public Draft onto(Plan plan, List<DraftEdit> kept) {
    return new Draft(id, programmeId, name, state, plan.id(), plan.version(), owner, ownerName, createdAt, revision, kept,
        past, future, adoptedAs);
  }

  private Draft with(List<DraftEdit> next, List<List<DraftEdit>> before, List<List<DraftEdit>> after) {
    return new Draft(id, programmeId, name, state, basePlan, baseVersion, owner, ownerName, createdAt, revision,
        List.copyOf(next), List.copyOf(before), List.copyOf(after), adoptedAs);
  }
}
