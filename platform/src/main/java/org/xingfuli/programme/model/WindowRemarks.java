package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;

/** Says in a chain which of its activities end after their window. */
public final class WindowRemarks {

  private final Function<UUID, @Nullable WindowOverrun> overruns;
  private final HashSet<UUID> told = new HashSet<>();
  private final List<Why.Link> said = new ArrayList<>();

  private WindowRemarks(Function<UUID, @Nullable WindowOverrun> overruns) {
    this.overruns = overruns;
  }

  /**
   * The chain with a remark before the first step of each such activity; the one asked about need have no step. Remarks have 0
   * days, since the end of a window holds no date.
   *
   * @param overruns by the id of an activity the asker sees
   */
  public static List<Why.Link> in(
      List<Why.Link> chain, UUID asked, Words name, Function<UUID, @Nullable WindowOverrun> overruns) {
    var remarks = new WindowRemarks(overruns);
    remarks.on(asked, name);
    for (var link : chain) {
      remarks.on(link.activityId(), link.name());
      remarks.said.add(link);
    }
    return List.copyOf(remarks.said);
  }

  private void on(@Nullable UUID activity, Words name) {
    if (activity == null || !told.add(activity)) {
      return;
    }
    var overrun = overruns.apply(activity);
    if (overrun != null) {
      said.add(new Why.Link(activity, name, overrun.words(), "WINDOW", 0));
    }
  }
}
