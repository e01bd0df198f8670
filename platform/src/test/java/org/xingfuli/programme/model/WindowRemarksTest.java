package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xingfuli.programme.Why;
import org.xingfuli.programme.Words;

/** A chain says once of each activity on it that it ends after its window. */
class WindowRemarksTest {

  private static final UUID TRENCH = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID GAS = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final Words NAME = Words.of("某项目 · 某工序", "a project · an activity");
  private static final WindowOverrun OVERRUN =
      new WindowOverrun(LocalDate.of(2022, 4, 12), LocalDate.of(2022, 4, 15), Words.of("停气窗口 04-12 止", "Gas outage ends"));

  private static Why.Link step(@Nullable UUID activity, int days) {
    return new Why.Link(activity, NAME, Words.of("等前道工序", "waits"), "PREDECESSOR", days);
  }

  private static List<String> kinds(UUID asked, Why.Link... chain) {
    return WindowRemarks.in(List.of(chain), asked, NAME, id -> id.equals(GAS) ? OVERRUN : null).stream()
        .map(Why.Link::kind).toList();
  }

  @Test
  void aPredecessorBeyondItsWindowIsRemarkedOnceBeforeItsFirstStep() {
    assertThat(kinds(TRENCH, step(TRENCH, 3), step(null, 1), step(GAS, 2), step(GAS, 4)))
        .containsExactly("PREDECESSOR", "PREDECESSOR", "WINDOW", "PREDECESSOR", "PREDECESSOR");
  }

  @Test
  void theActivityAskedAboutIsRemarkedAlsoWhenItHasNoStepOfItsOwn() {
    assertThat(kinds(GAS, step(TRENCH, 3))).containsExactly("WINDOW", "PREDECESSOR");
    assertThat(kinds(GAS, step(GAS, 3))).containsExactly("WINDOW", "PREDECESSOR");
    assertThat(kinds(TRENCH, step(TRENCH, 3))).containsExactly("PREDECESSOR");
  }

  @Test
  void aRemarkAddsNoDays() {
    assertThat(WindowRemarks.in(List.of(), GAS, NAME, id -> OVERRUN))
        .containsExactly(new Why.Link(GAS, NAME, OVERRUN.words(), "WINDOW", 0));
  }
}
