package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One cause that pushes one node in trouble; a node may be pushed by several, and a cause push several nodes.
 *
 * @param kind the reported {@link LossReason} by name where days were lost, otherwise a {@link Cause} by name, or
 *     {@code NO_ROOM} when nothing has shifted and the frozen plan itself leaves no room
 * @param activityId where it acts; absent when that project is not the reader's to see
 * @param at the activity in words
 * @param days it adds to the node's shift
 * @param since the first report, or the day the plan wanted it
 * @param mover whose move it is
 */
public record Push(
    UUID projectId,
    UUID nodeId,
    String kind,
    Words label,
    @Nullable UUID activityId,
    Words at,
    int days,
    @Nullable LocalDate since,
    ForecastNode.Mover mover) {

  /** Nothing has shifted: the plan leaves no room. */
  public static final String NO_ROOM = "NO_ROOM";
}
