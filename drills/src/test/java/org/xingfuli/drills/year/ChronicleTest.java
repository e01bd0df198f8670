package org.xingfuli.drills.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xingfuli.drills.Person;

/** Two years of one seed read the same whatever ids the server gave and whatever its clock said. */
class ChronicleTest {

  @Test
  void aChartOfOtherIdsReadAtAnotherMomentIsTheSameChart() {
    assertThat(content("01a217b4-f719-702d-b118-cdb0f7a1b241", 1669464123456L, 4))
        .isEqualTo(content("01a217b8-1676-70e6-a640-ac81403dfdd6", 1669464987654L, 4))
        .isNotEqualTo(content("01a217b4-f719-702d-b118-cdb0f7a1b241", 1669464123456L, 5));
  }

  private static String content(String id, long seen, int late) {
    return Chronicle.content(Person.JSON.readTree("""
        {"order": ["%s"], "seen": %d, "rows": [{"projectId": "%s", "late": %d}]}""".formatted(id, seen, id, late)));
  }
}
