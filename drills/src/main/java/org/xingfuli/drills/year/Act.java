package org.xingfuli.drills.year;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something a person did through the API.
 *
 * @param number in the order of the year
 * @param kind {@code progress}, {@code correction}, {@code freeze} …
 * @param about business keys, never ids: {@code 2022-07 R03}
 * @param subject id of what it was done to, for whoever wants to find it later; the hash does not know it
 */
record Act(int number, LocalDate day, String who, String kind, String about, Map<String, ?> said, int status,
    JsonNode answer, @Nullable String subject, @Nullable UUID requestId) {

  /** Percentages it reports, by the activity's id: one, or with a weekly report many. */
  Map<String, Integer> percents() {
    var percents = new LinkedHashMap<String, Integer>();
    if (said.get("percent") instanceof Integer percent && subject != null) {
      percents.put(subject, percent);
    }
    if (said.get("lines") instanceof List<?> lines) {
      for (var line : lines) {
        if (line instanceof Map<?, ?> one && one.get("percent") instanceof Integer percent) {
          percents.put(String.valueOf(one.get("activityId")), percent);
        }
      }
    }
    return percents;
  }

  boolean acknowledged() {
    return status / 100 == 2;
  }
}
