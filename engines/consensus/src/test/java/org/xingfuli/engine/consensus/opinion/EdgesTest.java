package org.xingfuli.engine.consensus.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.opinion.Rounds.Cast;

/** Rounds in which there is little or nothing to group. */
class EdgesTest {

  /** A clear answer: so many groups, and a number wherever one stands. */
  private static OpinionMap clear(OpinionMap map, int groups) {
    assertThat(map.groups()).hasSize(groups);
    assertThat(map.results()).allSatisfy(each -> {
      assertThat(each.consensus()).isBetween(0.0, 1.0);
      assertThat(each.disagreement()).isBetween(0.0, 1.0);
      assertThat(each.spread()).isBetween(0.0, 1.0);
      assertThat(each.perGroup()).isBetween(0.0, 1.0);
    });
    assertThat(map.points()).allSatisfy(point -> assertThat(point.place().x() + point.place().y()).isFinite());
    assertThat(map.explained()).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0 + 1e-9));
    if (groups < 2) {
      assertThat(map.silhouette()).isNull();
      assertThat(map.groups()).allSatisfy(group -> assertThat(group.about()).isEmpty());
    }
    return map;
  }

  @Test
  void nobody() {
    OpinionMap map = clear(Rounds.map(List.of()), 0);
    assertThat(map.participants()).isZero();
    assertThat(map.agreedByAll(1)).isEmpty();
    assertThat(map.contested()).isEmpty();
  }

  @Test
  void peopleAndStatementsWithoutAVote() {
    Votes votes = Votes.builder().participant("p").participant("q").statement("s").build();
    OpinionMap map = clear(OpinionGroups.of(votes, List.of(), OpinionOptions.ordinary()), 0);
    assertThat(map.ungrouped()).isEqualTo(2);
    assertThat(map.results()).extracting(StatementResult::consensus).containsExactly(1.0);
  }

  @Test
  void onePersonOneVote() {
    OpinionMap map = clear(Rounds.map(List.of(new Cast("p", "s", Vote.AGREE, 0))), 1);
    assertThat(map.groups().getFirst().small()).isTrue();
    assertThat(map.results().getFirst().consensus()).isEqualTo(2.0 / 3);
  }

  @Test
  void twoPeopleAreNotTwoCamps() {
    List<Cast> casts = new ArrayList<>();
    for (int s = 0; s < 10; s++) {
      casts.add(new Cast("p", "s" + s, Vote.AGREE, 0));
      casts.add(new Cast("q", "s" + s, Vote.DISAGREE, 0));
    }
    OpinionMap map = clear(Rounds.map(casts), 1);
    assertThat(map.groups().getFirst().members()).containsExactly("p", "q");
    assertThat(map.points().getFirst().place().x()).isEqualTo(-map.points().getLast().place().x());
  }

  @Test
  void everybodyPassesOrSaysTheSame() {
    for (Vote vote : Vote.values()) {
      List<Cast> casts = new ArrayList<>();
      for (int p = 0; p < 40; p++) {
        for (int s = 0; s < 10; s++) {
          casts.add(new Cast("p" + p, "s" + s, vote, 0));
        }
      }
      OpinionMap map = clear(Rounds.map(casts), 1);
      assertThat(map.points()).allSatisfy(point -> assertThat(point.place()).isEqualTo(new Place(0, 0)));
    }
  }

  @Test
  void oneStatementDividesWhoAgreesFromWhoDoesNot() {
    List<Cast> casts = new ArrayList<>();
    for (int p = 0; p < 40; p++) {
      casts.add(new Cast("p" + p, "s", p % 4 == 0 ? Vote.DISAGREE : Vote.AGREE, 0));
    }
    OpinionMap map = clear(Rounds.map(casts), 2);
    assertThat(map.groups()).extracting(OpinionGroup::size).containsExactly(30, 10);
    assertThat(map.silhouette()).isEqualTo(1);
    assertThat(map.groups().getFirst().hull()).hasSize(1);
  }

  @Test
  void everyStatementTakenOut() {
    Votes votes = Rounds.votes(new Rounds(1).planted(2, 30, 10));
    OpinionMap map = clear(OpinionGroups.of(votes, votes.statements(), OpinionOptions.ordinary()), 0);
    assertThat(map.participants()).isEqualTo(30);
    assertThat(map.points()).isEmpty();
  }

  @Test
  void moreStatementsThanTheirCovarianceIsWrittenDownFor() {
    List<Cast> casts = new ArrayList<>();
    for (Cast cast : new Rounds(5).planted(3, 60, 40)) {
      casts.add(cast);
    }
    for (int s = 0; s < 2_000; s++) {
      casts.add(new Cast("p" + s % 60, "x" + s, Vote.AGREE, 0));
    }
    OpinionMap map = clear(Rounds.map(casts), 3);
    assertThat(Agreement.adjustedRand(Rounds.letters(map), Rounds.camps(3, 60))).isGreaterThan(0.9);
  }
}
