package org.xingfuli.programme.model;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How the activities of a basis stand, by their number in it. A forecast asks this of every activity of a district several
 * times over, so it is one row and not a map.
 */
public final class Standings {

  private final @Nullable Progress[] byActivity;

  private Standings(@Nullable Progress[] byActivity) {
    this.byActivity = byActivity;
  }

  /** @param size number of activities of the basis */
  public static Standings of(int size, Map<Integer, Progress> known) {
    var row = new @Nullable Progress[size];
    known.forEach((activity, progress) -> row[activity] = progress);
    return new Standings(row);
  }

  /** Null when nobody has reported on the activity. */
  public @Nullable Progress get(int activity) {
    return byActivity[activity];
  }

  /** Every activity that was reported on, in the order of the basis. */
  public void forEach(BiConsumer<Integer, Progress> each) {
    for (int activity = 0; activity < byActivity.length; activity++) {
      var known = byActivity[activity];
      if (known != null) {
        each.accept(activity, known);
      }
    }
  }
}
