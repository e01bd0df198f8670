package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.Words;

/** A draft held against chance, on a district a third of whose year has gone. */
class DraftOddsTest {

  /** As many replications as a cure is tried with. */
  private static Chances chances(Forecast forecast) {
    return Chances.of(forecast, RiskRules.DEFAULT, 400);
  }

  private static DraftOdds odds(Forecast forecast, List<DraftEdit> edits) {
    return DraftOdds.of(DraftOutcome.of(forecast, edits), chances(forecast), RiskRules.DEFAULT);
  }

  @Test
  void anEmptyDraftIsAsLikelyAsTheForecast() {
    var odds = odds(DraftOutcomeTest.standing(1), List.of());
    assertThat(odds.nodes()).isNotEmpty().allMatch(node -> node.before() == node.after());
    assertThat(odds.cells()).isEmpty();
    assertThat(odds.replications()).isEqualTo(400);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void onceAdoptedTheRiskIsWhatTheDraftSaid(long seed) {
    var forecast = DraftOutcomeTest.standing(5, seed, false);
    var draft = DraftOutcome.of(forecast, DraftOutcomeTest.edits(forecast, seed));
    var said = chances(forecast).with(draft);
    var after = chances(draft.adopted(ADistrict.CALENDAR).forecast());
    assertThat(said).usingComparatorWithPrecision(1e-9)
        .containsExactly(IntStream.range(0, said.length).mapToDouble(after::probability).toArray());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aCureTriedAsADraftIsAsLikelyAsTheCureSaid(long seed) {
    var forecast = DraftOutcomeTest.standing(24, seed, true);
    var chances = chances(forecast);
    var tried = chances.cures(chances.inTheWay(() -> false), () -> false);
    var crews = tried.stream().filter(each -> each.cure().kind() == RiskCure.Kind.CREW).toList();
    assertThat(crews).isNotEmpty();
    crews.forEach(each -> assertThat(chances.with(DraftOutcome.of(forecast, each.cure().edits())))
        .containsExactly(each.after()));
    assertThat(crews).extracting(each -> each.cure().edits().getFirst().number()).contains(1, 2);
    assertThat(tried).filteredOn(each -> each.cure().kind() == RiskCure.Kind.SIGNATURES)
        .allMatch(each -> each.cure().edits().isEmpty());
  }

  @Test
  void curesStoredBeforeDraftsCouldTryThemAreStillRead() {
    assertThat(new RiskCure(RiskCure.Kind.CREW, Words.of("", ""), 0, Mover.STREET, LocalDate.EPOCH, null).edits()).isEmpty();
  }
}
