package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.engine.scheduling.explain.Explanation;
import org.xingfuli.programme.Words;

/** Why a node of a year that has slipped cannot be kept, in words, and drafts that keep it. */
class NodeFailureTest {

  private static List<Integer> late(Forecast forecast) {
    return IntStream.range(0, forecast.plan().dueNodes().size())
        .filter(node -> forecast.finish(forecast.plan().dueNodes().get(node).activity())
            .isAfter(forecast.plan().dueNodes().get(node).due()))
        .boxed().toList();
  }

  private static void said(Words words) {
    assertThat(words.zh()).isNotBlank().containsPattern("\\p{IsHan}").doesNotContain("null");
    assertThat(words.en()).isNotBlank().doesNotContain("null");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyFactAndCureOfALateNodeIsSaidAndADraftOfferedKeepsIt(long seed) {
    var forecast = DraftOutcomeTest.standing(24, seed, true);
    var late = late(forecast);
    assertThat(late).as("the year has slipped").isNotEmpty();
    for (var node : late.subList(0, Math.min(4, late.size()))) {
      var failure = NodeFailure.of(forecast, node, () -> false);
      var due = failure.due();
      assertThat(failure.late()).isPositive();
      var words = new FailureWords(failure, project -> true);
      said(words.sentence());
      failure.why().facts().forEach(fact -> said(words.fact(fact)));
      if (failure.why().kind() == Explanation.Kind.CHAIN || failure.why().kind() == Explanation.Kind.ENERGY) {
        assertThat(failure.why().facts()).isNotEmpty();
      }
      assertThat(failure.offers()).isNotEmpty();
      failure.offers().forEach(offer -> {
        said(words.cure(offer));
        if (!offer.edits().isEmpty()) {
          assertThat(DraftOutcome.of(forecast, offer.edits()).finish(due.activity())).isBeforeOrEqualTo(due.due());
        }
      });
      var unseen = new FailureWords(failure, project -> false);
      var own = forecast.plan().basis().projects().get(due.project()).name();
      failure.why().facts().forEach(fact -> assertThat(unseen.fact(fact).zh()).doesNotContain(own));
    }
  }

  @Test
  void aNodeTheForecastKeepsIsNotLate() {
    var forecast = DraftOutcomeTest.standing(1);
    var late = late(forecast);
    var kept = IntStream.range(0, forecast.plan().dueNodes().size()).filter(node -> !late.contains(node)).findFirst().orElseThrow();
    var failure = NodeFailure.of(forecast, kept, () -> false);
    assertThat(failure.late()).isZero();
    assertThat(new FailureWords(failure, project -> true).sentence().zh()).contains("守得住");
  }
}
