package org.xingfuli.engine.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages about one matter.
 *
 * @param size how many
 * @param title that of the message nearest to all others
 * @param ids in order of time, those without one last
 * @param first when the first came; null where no time is known
 * @param last when the last came
 * @param trend how it goes, up to the last message of all that were looked at
 * @param words what most of the titles share
 * @param place that of more than half of them; null where there is none
 */
public record Topic(int size, String title, List<String> ids, @Nullable Instant first, @Nullable Instant last, Trend trend,
    List<String> words, @Nullable String place) {

  public Topic {
    ids = List.copyOf(ids);
    words = List.copyOf(words);
  }

  /**
   * Messages of the last 24 hours, the last 7 times 24 and the 7 before.
   *
   * @param perDay mean a day between first and last
   */
  public record Trend(int day, int week, int weekBefore, double perDay) {

    /** More in the last week than in the one before. */
    public boolean rising() {
      return week > weekBefore;
    }
  }
}
