package org.xingfuli.engine.scheduling;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What has really happened, as of a data date. Facts prevail: links into a started task are no longer asked, and started
 * tasks hold their crews before anyone else. Tasks without an entry have not started and cannot start before the data
 * date.
 *
 * @param dataDate first period that is still open
 * @param progress by task index
 */
public record Actuals(int dataDate, Map<Integer, Progress> progress) {

  public Actuals {
    // Not Map.copyOf: it probes one place after the other, and the started tasks of a big plan stand in one long row there.
    progress = Collections.unmodifiableMap(new HashMap<>(progress));
  }

  /** State of a started task. */
  public sealed interface Progress {
    int start();
  }

  /** Ran from {@code start} until {@code finish} (exclusive). */
  public record Done(int start, int finish) implements Progress {}

  /** Started, and needs so many more working periods from the data date on. */
  public record Underway(int start, int remaining) implements Progress {

    /** The period in which it goes on; with nothing left it is over at the data date, whether or not anybody works there. */
    int resume(Calendar calendar, int dataDate) {
      return remaining == 0 ? dataDate : calendar.next(dataDate);
    }
  }

  public static Actuals none() {
    return new Actuals(0, Map.of());
  }
}
