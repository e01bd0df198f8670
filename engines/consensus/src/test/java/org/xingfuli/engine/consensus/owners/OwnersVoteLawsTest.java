package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.consensus.owners.Unit.Mark;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.SeededTest;

/** What holds for every roll: votes only help, nothing is lost, order and names decide nothing. */
class OwnersVoteLawsTest {

  private static final List<String> PERSONS = List.of("A", "B", "C", "D", "E", "F", "G", "H");

  private record Drawn(List<Unit> units, List<Ballot> ballots, int matter, DeemedVotes deemed) {

    MatterResult count() {
      return Estate.count(units, ballots, matter, deemed);
    }
  }

  private static Drawn draw(Dice dice) {
    List<Unit> units = new ArrayList<>();
    List<Ballot> ballots = new ArrayList<>();
    int count = dice.between(1, 14);
    for (int i = 0; i < count; i++) {
      String[] owners = dice.oneIn(6) ? new String[0] : dice.listOf(1, 2, () -> dice.pick(PERSONS)).toArray(String[]::new);
      Unit unit = Unit.of("u" + i, BigDecimal.valueOf(dice.between(1L, 12L) * 10, 2).toPlainString(), owners);
      units.add(i > 0 && dice.oneIn(9) ? unit.marked(dice.oneIn(2) ? Mark.DISPUTED : Mark.EXCLUDED, "因故") : unit);
      if (!dice.oneIn(3)) {
        ballots.add(Ballot.ofUnit("m", unit.id(), dice.percent(70) ? Vote.APPROVE : dice.pick(Vote.class)));
      }
    }
    return new Drawn(units, ballots, dice.between(1, 9), dice.oneIn(3) ? DeemedVotes.FOLLOW_MAJORITY : DeemedVotes.OFF);
  }

  private static List<Object> figures(MatterResult result) {
    return List.of(result.status(), result.participationArea(), result.participationHeads(), result.approvalArea(), result.approvalHeads());
  }

  @SeededTest
  void oneMoreApprovalNeverUndoesADecision(long seed) {
    Dice dice = new Dice(seed);
    Drawn drawn = draw(dice);
    MatterResult before = drawn.count();
    List<HeadVote> silent = before.heads().stream().filter(each -> each.vote() == null || each.deemed())
        .filter(each -> drawn.ballots().stream().noneMatch(ballot -> each.head().units().stream().anyMatch(u -> u.id().equals(ballot.unit()))))
        .toList();
    if (!silent.isEmpty()) {
      List<Ballot> more = new ArrayList<>(drawn.ballots());
      more.add(Ballot.ofUnit("m", dice.pick(silent).head().id(), Vote.APPROVE));
      MatterResult after = Estate.count(drawn.units(), more, drawn.matter(), drawn.deemed());
      assertThat(after.passed() || !before.passed()).as("%s then %s", figures(before), figures(after)).isTrue();
      assertThat(after.approvalHeads().part()).isGreaterThanOrEqualTo(before.approvalHeads().part());
    }
  }

  @SeededTest
  void anOppositionTurnedApprovalNeverUndoesADecision(long seed) {
    Drawn drawn = draw(new Dice(seed));
    for (int b = 0; b < drawn.ballots().size(); b++) {
      if (drawn.ballots().get(b).vote() == Vote.OPPOSE) {
        String unit = drawn.ballots().get(b).unit();
        HeadVote speaker = drawn.count().heads().stream()
            .filter(each -> each.head().units().stream().anyMatch(u -> u.id().equals(unit))).findFirst().orElse(null);
        if (speaker != null && speaker.vote() == Vote.OPPOSE && !speaker.deemed()) {
          List<Ballot> turned = drawn.ballots().stream().map(ballot -> speaker.head().units().stream()
              .anyMatch(u -> u.id().equals(ballot.unit())) && ballot.vote() == Vote.OPPOSE ? Ballot.ofUnit("m", ballot.unit(), Vote.APPROVE) : ballot)
              .toList();
          assertThat(Estate.count(drawn.units(), turned, drawn.matter(), drawn.deemed()).passed() || !drawn.count().passed()).isTrue();
        }
      }
    }
  }

  @SeededTest
  void noAreaAndNoHeadIsLostOrMade(long seed) {
    Drawn drawn = draw(new Dice(seed));
    MatterResult result = drawn.count();
    BigDecimal whole = drawn.units().stream().filter(unit -> unit.mark() != Mark.EXCLUDED).map(Unit::area).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(result.participationArea().whole()).isEqualByComparingTo(whole);
    assertThat(result.heads().stream().map(each -> each.head().area()).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
    BigDecimal voting = BigDecimal.ZERO;
    for (Vote vote : List.of(Vote.APPROVE, Vote.OPPOSE, Vote.ABSTAIN)) {
      voting = voting.add(result.heads().stream().filter(each -> each.vote() == vote).map(each -> each.head().votingArea())
          .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    assertThat(result.participationArea().part()).isEqualByComparingTo(voting).isEqualByComparingTo(result.approvalArea().whole());
    assertThat(result.participationArea().part()).isLessThanOrEqualTo(whole);
  }

  @SeededTest
  void whatIsMissingIsExactlyWhatReaches(long seed) {
    Dice dice = new Dice(seed);
    long whole = dice.between(1L, 600L);
    Meter meter = new Meter(BigDecimal.valueOf(dice.between(0L, whole), 2), BigDecimal.valueOf(whole, 2),
        dice.oneIn(2) ? Threshold.atLeast(dice.between(1, 3), 3) : Threshold.moreThan(1, dice.between(2, 4)));
    assertThat(meter.reached()).isEqualTo(meter.missing().signum() == 0).isEqualTo(meter.part().compareTo(meter.needed()) >= 0);
    assertThat(new Meter(meter.needed(), meter.whole(), meter.threshold()).reached()).isTrue();
    assertThat(new Meter(meter.needed().subtract(new BigDecimal("0.01")), meter.whole(), meter.threshold()).reached()).isFalse();
  }

  @SeededTest
  void theOrderOfUnitsAndBallotsDecidesNothing(long seed) {
    Dice dice = new Dice(seed);
    Drawn drawn = draw(dice);
    assertThat(Estate.count(dice.shuffled(drawn.units()), dice.shuffled(drawn.ballots()), drawn.matter(), drawn.deemed()))
        .isEqualTo(drawn.count());
  }

  @SeededTest
  void namesDecideNothing(long seed) {
    Dice dice = new Dice(seed);
    Drawn drawn = draw(dice);
    String turned = "z" + dice.between(1, 99);
    UnaryOperator<String> name = old -> turned + new StringBuilder(old).reverse();
    List<Unit> units = drawn.units().stream()
        .map(unit -> new Unit(name.apply(unit.id()), unit.area(), unit.owners().stream().map(name).toList(), unit.mark(), unit.markReason())).toList();
    List<Ballot> ballots = drawn.ballots().stream().map(ballot -> new Ballot("m", renamed(ballot.unit(), name), null, ballot.vote())).toList();
    assertThat(figures(Estate.count(units, ballots, drawn.matter(), drawn.deemed()))).isEqualTo(figures(drawn.count()));
  }

  private static @Nullable String renamed(@Nullable String id, UnaryOperator<String> name) {
    return id == null ? null : name.apply(id);
  }

  @SeededTest
  void aUnitOfOneOwnerSplitInTwoChangesNothing(long seed) {
    Dice dice = new Dice(seed);
    Drawn drawn = draw(dice);
    Unit unit = dice.pick(drawn.units());
    List<Unit> split = new ArrayList<>(drawn.units());
    split.remove(unit);
    BigDecimal part = new BigDecimal("0.01").multiply(BigDecimal.valueOf(dice.between(1, 9)));
    split.add(new Unit(unit.id(), unit.area().subtract(part), unit.owners(), unit.mark(), unit.markReason()));
    split.add(new Unit(unit.id() + "b", part, unit.owners(), unit.mark(), unit.markReason()));
    assertThat(figures(Estate.count(split, drawn.ballots(), drawn.matter(), drawn.deemed()))).isEqualTo(figures(drawn.count()));
  }
}
