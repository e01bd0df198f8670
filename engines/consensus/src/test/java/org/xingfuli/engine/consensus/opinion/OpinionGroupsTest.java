package org.xingfuli.engine.consensus.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.consensus.opinion.Rounds.Cast;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.Refused;

/** Groups of made-up rounds; a failing seed stands in the display name. */
class OpinionGroupsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void plantedCampsAreFoundAgain(long seed) {
    int camps = new Dice(seed).between(2, 3);
    int people = 40 * camps;
    OpinionMap map = Rounds.map(new Rounds(seed).planted(camps, people, 30));
    assertThat(map.groups()).hasSize(camps);
    assertThat(Agreement.adjustedRand(Rounds.letters(map), Rounds.camps(camps, people))).isGreaterThan(0.95);
    assertThat(map.silhouette()).isGreaterThan(0.5).isEqualTo(map.silhouettes().get(camps), within(1e-12));
    assertThat(map.groups()).allSatisfy(group -> assertThat(group.small()).isFalse());
    assertThat(map.agreedByAll(1)).extracting(StatementResult::statement).containsExactlyInAnyOrder("s24", "s25", "s26", "s27", "s28", "s29");
    assertThat(map.contested().getFirst().spread()).isGreaterThan(0.5);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyGroupIsAboutWhatItAloneAgreesWith(long seed) {
    OpinionMap map = Rounds.map(new Rounds(seed).planted(3, 120, 30));
    for (OpinionGroup group : map.groups()) {
      int camp = Integer.parseInt(group.members().getFirst().substring(1)) % 3;
      assertThat(group.about()).hasSize(5).allSatisfy(each -> {
        assertThat(each.side()).isEqualTo(Vote.AGREE);
        assertThat(Integer.parseInt(each.statement().substring(1)) % 3).isEqualTo(camp);
        assertThat(each.z()).isGreaterThan(1.2816);
      });
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameVotesGiveTheSameMapToTheLastBitInWhateverOrder(long seed) {
    Dice dice = new Dice(seed);
    List<Cast> casts = dice.oneIn(2) ? new Rounds(dice).planted(3, 60, 20) : new Rounds(dice).noise(60, 20);
    OpinionMap map = Rounds.map(casts);
    assertThat(Rounds.map(casts)).isEqualTo(map);
    assertThat(Rounds.map(dice.shuffled(casts))).isEqualTo(map);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aVoteSaidTwiceOrChangedLaterCountsOnceAsItWasLast(long seed) {
    Dice dice = new Dice(seed);
    List<Cast> casts = new Rounds(dice).planted(2, 50, 15);
    List<Cast> more = new ArrayList<>(casts);
    for (int i = 0; i < 100; i++) {
      Cast cast = dice.pick(casts);
      more.add(new Cast(cast.participant(), cast.statement(), dice.pick(Vote.class), cast.at() - dice.between(1, 1_000)));
      more.add(cast);
    }
    assertThat(Rounds.map(dice.shuffled(more))).isEqualTo(Rounds.map(casts));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void namesChangeNothingButTheNames(long seed) {
    List<Cast> casts = new Rounds(seed).planted(3, 90, 20);
    OpinionMap map = Rounds.map(casts);
    // Turned round, so that the first by name becomes the last.
    OpinionMap renamed = Rounds.map(Rounds.each(casts, cast -> new Cast(
        "q" + (1_000 - Integer.parseInt(cast.participant().substring(1))), "t" + (1_000 - Integer.parseInt(cast.statement().substring(1))),
        cast.vote(), cast.at())));
    Map<String, String> back = new TreeMap<>();
    Rounds.letters(renamed).forEach((id, letter) -> back.put("p" + (1_000 - Integer.parseInt(id.substring(1))), letter));
    assertThat(Agreement.adjustedRand(Rounds.letters(map), back)).isEqualTo(1);
    assertThat(renamed.silhouette()).isEqualTo(map.silhouette(), within(1e-9));
    for (StatementResult result : map.results()) {
      String name = "t" + (1_000 - Integer.parseInt(result.statement().substring(1)));
      assertThat(renamed.results()).filteredOn(each -> each.statement().equals(name)).singleElement()
          .satisfies(each -> assertThat(each.consensus()).isEqualTo(result.consensus(), within(1e-12)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreeingAndDisagreeingSwappedMirrorsTheMapAndTheConsensus(long seed) {
    List<Cast> casts = new Rounds(seed).planted(2, 80, 20);
    OpinionMap map = Rounds.map(casts);
    OpinionMap mirror = Rounds.map(Rounds.each(casts,
        cast -> new Cast(cast.participant(), cast.statement(), Rounds.opposite(cast.vote()), cast.at())));
    assertThat(Rounds.letters(mirror)).isEqualTo(Rounds.letters(map));
    for (int s = 0; s < map.results().size(); s++) {
      assertThat(mirror.results().get(s).disagreement()).isEqualTo(map.results().get(s).consensus());
      assertThat(mirror.results().get(s).consensus()).isEqualTo(map.results().get(s).disagreement());
    }
    for (int p = 0; p < map.points().size(); p++) {
      Place place = map.points().get(p).place();
      assertThat(mirror.points().get(p).place().to(new Place(-place.x(), -place.y()))).isLessThan(1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void groupsAreAPartitionWithLettersBySizeAndHullsThatHoldTheirMembers(long seed) {
    Dice dice = new Dice(seed);
    OpinionMap map = Rounds.map(new Rounds(dice).noise(dice.between(3, 150), dice.between(1, 25)));
    List<String> members = map.groups().stream().flatMap(group -> group.members().stream()).toList();
    assertThat(members).doesNotHaveDuplicates().hasSize(map.grouped());
    assertThat(map.grouped() + map.ungrouped()).isEqualTo(map.participants());
    assertThat(map.groups()).isSortedAccordingTo((a, b) -> b.size() - a.size());
    assertThat(map.groups().stream().mapToDouble(OpinionGroup::share).sum()).isEqualTo(1, within(1e-9));
    Map<String, Place> places = new TreeMap<>();
    map.points().forEach(point -> places.put(point.participant(), point.place()));
    for (OpinionGroup group : map.groups()) {
      assertThat(group.hull()).isNotEmpty();
      for (int c = 0; group.hull().size() > 2 && c < group.hull().size(); c++) {
        Place a = group.hull().get(c);
        Place b = group.hull().get((c + 1) % group.hull().size());
        assertThat(group.members()).allSatisfy(member -> assertThat(turn(a, b, places.getOrDefault(member, a))).isGreaterThan(-1e-9));
      }
    }
    assertThat(map.points()).allSatisfy(point -> assertThat(Math.abs(point.place().x()) + Math.abs(point.place().y())).isFinite());
  }

  private static double turn(Place a, Place b, Place c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }

  @Test
  void aGroupOfAFewIsFlagged() {
    List<Cast> casts = new ArrayList<>();
    for (int p = 0; p < 60; p++) {
      for (int s = 0; s < 12; s++) {
        Vote vote = p < 3 ? Vote.DISAGREE : (p + s) % 7 == 0 ? Vote.PASS : Vote.AGREE;
        casts.add(new Cast("p" + p, "s" + s, vote, 0));
      }
    }
    OpinionMap map = Rounds.map(casts);
    assertThat(map.groups()).filteredOn(OpinionGroup::small).singleElement()
        .satisfies(group -> assertThat(group.members()).containsExactly("p0", "p1", "p2"));
  }

  @Test
  void onePersonFarOutIsNoGroupWhereThePeopleDivideOtherwise() {
    List<Cast> casts = new ArrayList<>(new Rounds(2).planted(2, 60, 40));
    for (int s = 0; s < 40; s++) {
      casts.add(new Cast("far", "s" + s, s < 32 ? Vote.PASS : Vote.DISAGREE, 0));
      casts.add(new Cast("farther", "s" + s, s < 32 ? Vote.PASS : Vote.DISAGREE, 0));
    }
    OpinionMap map = Rounds.map(casts);
    assertThat(map.silhouettes().get(3)).as("three would look better").isGreaterThan(map.silhouettes().get(2));
    assertThat(map.groups()).hasSize(2);
    assertThat(map.silhouette()).isEqualTo(map.silhouettes().get(2), within(1e-12));
  }

  @Test
  void whoHasTooFewVotesIsCountedAndDrawnButStandsInNoGroup() {
    List<Cast> casts = new ArrayList<>(new Rounds(1).planted(2, 40, 20));
    casts.add(new Cast("late", "s0", Vote.AGREE, 0));
    casts.add(new Cast("out", "x", Vote.AGREE, 0));
    OpinionMap map = OpinionGroups.of(Rounds.votes(casts), List.of("x"), OpinionOptions.ordinary());
    assertThat(map.participants()).isEqualTo(42);
    assertThat(map.ungrouped()).isEqualTo(2);
    assertThat(map.statements()).isEqualTo(20);
    assertThat(map.results()).extracting(StatementResult::statement).doesNotContain("x");
    assertThat(map.points()).filteredOn(point -> point.group() == null).extracting(OpinionMap.Point::participant).containsExactly("late");
    assertThat(OpinionGroups.of(Rounds.votes(casts), List.of("x"), OpinionOptions.ordinary().withLeastVotes(1)).ungrouped()).isEqualTo(1);
  }

  @Test
  void whereFewVotedEnoughThoseWithMostVotesAreGroupedUpToFifteen() {
    List<Cast> casts = new ArrayList<>();
    for (int p = 0; p < 30; p++) {
      for (int s = 0; s < 10 && s <= p % 6; s++) {
        casts.add(new Cast("p" + p, "s" + s, p % 2 == 0 ? Vote.AGREE : Vote.DISAGREE, 0));
      }
    }
    for (int s = 0; s < 10; s++) {
      casts.add(new Cast("all", "s" + s, Vote.PASS, 0));
    }
    OpinionMap map = Rounds.map(casts);
    assertThat(map.grouped()).isEqualTo(15);
    assertThat(Rounds.letters(map)).containsKeys("all", "p5", "p11", "p29", "p4").doesNotContainKeys("p0", "p1", "p2");
  }

  @Test
  void groupsThatAreGivenStandOnTheSameMap() {
    List<Cast> casts = new Rounds(3).planted(3, 60, 20);
    OpinionMap own = Rounds.map(casts);
    List<List<String>> given = own.groups().reversed().stream().map(OpinionGroup::members).toList();
    OpinionMap same = OpinionGroups.withGroups(Rounds.votes(casts), List.of(), given, OpinionOptions.ordinary());
    assertThat(same.groups()).isEqualTo(own.groups());
    assertThat(same.points()).isEqualTo(own.points());
    assertThat(same.silhouette()).isEqualTo(own.silhouette());
  }

  @Test
  void optionsThatCannotBeAreToldTogether() {
    assertThatThrownBy(() -> new OpinionOptions(0, 15, 1, 12, 0, 5, 1, Double.NaN, 5))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(each -> each.code())
            .containsExactly("opinion.counts", "opinion.most-groups", "opinion.prior", "opinion.small-share", "opinion.significance"));
  }
}
