package org.xingfuli.drills.year;

import java.time.LocalDate;
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

  boolean acknowledged() {
    return status / 100 == 2;
  }
}
