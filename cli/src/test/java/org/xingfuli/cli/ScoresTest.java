package org.xingfuli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.triage.Suggestion;

/** Macro-F1, accuracy and what refusals leave, on four suggestions reckoned by hand. */
class ScoresTest {

  private static Suggestion suggestion(String code, boolean refused) {
    return new Suggestion(List.of(new Suggestion.Ranked(code, 1)), refused, 1, false, List.of(), "rules");
  }

  @Test
  void fourSuggestionsGiveTheFiguresReckonedByHand() {
    Scores scores = new Scores();
    scores.add("A", suggestion("A", false));
    scores.add("A", suggestion("A", false));
    scores.add("A", suggestion("B", true));
    scores.add("B", suggestion("B", false));
    // A: 2·2 / (2 + 3) = 0.8; B: 2·1 / (2 + 1) = 2/3.
    assertThat(scores.macroF1()).isCloseTo((0.8 + 2.0 / 3) / 2, within(1e-12));
    assertThat(scores.accuracy()).isEqualTo(0.75);
    assertThat(scores.rejectedShare()).isEqualTo(0.25);
    assertThat(scores.keptPrecision()).isEqualTo(1);
    assertThat(scores.classesJson()).contains("{\"class\":\"B\",\"rows\":1,\"precision\":0.5000,\"recall\":1.0000,\"f1\":0.6667}");
  }

  @Test
  void aClassTheModelDoesNotKnowCountsAsNothingFound() {
    Scores scores = new Scores();
    scores.add("A", suggestion("A", false));
    scores.add("Z", suggestion("A", false));
    assertThat(scores.macroF1()).isCloseTo(2.0 / 3 / 2, within(1e-12));
  }
}
