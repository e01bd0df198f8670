package org.xingfuli.appeal.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;

/**
 * What somebody looks for in the inbox again and again, under a name.
 *
 * @param organisation whose people see it too while it is shared
 * @param version that counts up with every change
 */
public record SavedView(UUID id, UUID person, @Nullable UUID organisation, boolean shared, String name, Wanted wanted, int version) {

  /** Of which appeals. */
  public enum Range {
    /** Those the own unit leads. */
    MINE,
    OPEN,
    ALL
  }

  /** What stands first: what is due first, or what came last. */
  public enum Order { DUE, LATEST }

  /**
   * The filter of the inbox; what is null or empty does not matter.
   *
   * @param area code of a street or community
   * @param lead organisation that answers
   * @param q words looked for
   */
  public record Wanted(Range range, List<AppealState> states, boolean overdue, boolean dueToday, boolean reopened, @Nullable Channel channel,
      @Nullable String classCode, @Nullable Urgency urgency, @Nullable UUID lead, @Nullable String area, @Nullable UUID estate, @Nullable String q,
      Order order) {}
}
