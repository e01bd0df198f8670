package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.engine.consensus.owners.MatterResult.Status;
import org.xingfuli.engine.consensus.owners.Reason.Code;

/** Examples reckoned by hand: the reference estate of 736 owners and 60,600 ㎡, and an assembly that is 147.65 ㎡ short. */
class WorkedExamplesTest {

  private static final int ORDINARY = 5;
  private static final int THREE_QUARTERS = 6;

  /** The reference estate, where so many take part with this area and so many of them approve. */
  private static MatterResult reference(int matter, int takingPart, String area, int approving, String approvingArea) {
    BigDecimal rest = new BigDecimal(area).subtract(new BigDecimal(approvingArea));
    return new Estate().owners(approving, approvingArea, Vote.APPROVE)
        .owners(takingPart - approving, rest.toPlainString(), Vote.OPPOSE)
        .owners(736 - takingPart, new BigDecimal("60600").subtract(new BigDecimal(area)).toPlainString(), null)
        .count(matter);
  }

  @Test
  void twoThirdsOf736OwnersAre491AndOf60600SquareMetres40400() {
    MatterResult result = reference(ORDINARY, 490, "40400.00", 400, "40000");
    assertThat(result.participationHeads().needed()).isEqualByComparingTo("491");
    assertThat(result.participationHeads().missing()).isEqualByComparingTo("1");
    assertThat(result.participationArea().needed()).isEqualByComparingTo("40400.00");
    assertThat(result.quorum()).as("490 owners are not two thirds").isFalse();
    assertThat(reference(ORDINARY, 491, "40400.00", 400, "40000").quorum()).isTrue();
  }

  @Test
  void exactlyTwoThirdsOfTheAreaAreEnoughAndAHundredthLessIsNot() {
    MatterResult enough = reference(ORDINARY, 491, "40400.00", 400, "40000");
    assertThat(enough.participationArea().share()).hasToString("2/3");
    assertThat(enough.passed()).isTrue();
    assertThat(enough.reasons()).isEmpty();
    MatterResult less = reference(ORDINARY, 491, "40399.99", 400, "40000");
    assertThat(less.quorum()).isFalse();
    assertThat(less.participationArea().missing()).isEqualByComparingTo("0.01");
    assertThat(less.status()).isEqualTo(Status.SHARES_MET_WITHOUT_QUORUM);
    assertThat(less.passed()).isFalse();
    assertThat(less.reasons()).extracting(Reason::code).containsExactly(Code.PARTICIPATION_AREA_SHORT, Code.SHARES_MET_WITHOUT_QUORUM);
  }

  @ParameterizedTest(name = "{0} take part, matter {1}: {2} approve → {3}")
  @CsvSource({
    "491, 5, 245, false", "491, 5, 246, true", "491, 6, 368, false", "491, 6, 369, true",
    "492, 5, 246, false", "492, 5, 247, true", "492, 6, 368, false", "492, 6, 369, true",
  })
  void moreThanHalfLeavesHalfOutAndThreeQuartersTakesItselfIn(int takingPart, int matter, int approving, boolean passed) {
    MatterResult result = reference(matter, takingPart, "41000.00", approving, "40000");
    assertThat(result.quorum()).isTrue();
    assertThat(result.passed()).isEqualTo(passed);
    assertThat(result.status()).isEqualTo(passed ? Status.PASSED : Status.NOT_PASSED);
  }

  @Test
  void theNumbersNeededAreTold() {
    assertThat(reference(ORDINARY, 491, "41000", 100, "10000").approvalHeads().needed()).isEqualByComparingTo("246");
    assertThat(reference(THREE_QUARTERS, 491, "41000", 100, "10000").approvalHeads().needed()).isEqualByComparingTo("369");
    assertThat(reference(ORDINARY, 492, "41000", 100, "10000").approvalHeads().needed()).isEqualByComparingTo("247");
    assertThat(reference(THREE_QUARTERS, 492, "41000", 100, "10000").approvalHeads().needed()).isEqualByComparingTo("369");
    assertThat(reference(ORDINARY, 492, "41000", 100, "10000").approvalArea().needed()).as("half, 20,500, is not enough")
        .isEqualByComparingTo("20500.01");
    assertThat(reference(THREE_QUARTERS, 492, "41000", 100, "10000").approvalArea().needed()).isEqualByComparingTo("30750.00");
  }

  @Test
  void halfOfTheAreaIsNotMoreThanHalf() {
    assertThat(reference(ORDINARY, 500, "41000.00", 400, "20500.00").passed()).isFalse();
    assertThat(reference(ORDINARY, 500, "41000.00", 400, "20500.01").passed()).isTrue();
    assertThat(reference(THREE_QUARTERS, 500, "41000.00", 400, "30750.00").passed()).isTrue();
    MatterResult less = reference(THREE_QUARTERS, 500, "41000.00", 400, "30749.99");
    assertThat(less.reasons()).singleElement().satisfies(reason -> {
      assertThat(reason.code()).isEqualTo(Code.APPROVAL_AREA_SHORT);
      assertThat(reason.values()).containsEntry("missing", "0.01").containsEntry("threshold", "≥ 3/4");
    });
  }

  /** 易家桥新村: 612 owners, 50,340.60 ㎡; 431 owners with 33,412.75 ㎡ have voted. */
  private static MatterResult mockUp(int matter, int approving, String approvingArea) {
    BigDecimal rest = new BigDecimal("33412.75").subtract(new BigDecimal(approvingArea));
    return new Estate().owners(approving, approvingArea, Vote.APPROVE).owners(431 - approving, rest.toPlainString(), Vote.OPPOSE)
        .owners(612 - 431, "16927.85", null).count(matter);
  }

  @Test
  void theAssemblyIs147Point65SquareMetresShortWhileItsOwnersAreEnough() {
    MatterResult result = mockUp(1, 402, "31288.30");
    assertThat(result.participationArea().whole()).isEqualByComparingTo("50340.60");
    assertThat(result.participationArea().needed()).hasToString("33560.40");
    assertThat(result.participationArea().missing()).hasToString("147.65");
    assertThat(result.participationArea().counted()).isEqualTo("3341275/5034060");
    assertThat(result.participationArea().share().toPercent(2)).hasToString("66.37");
    assertThat(result.participationHeads().counted()).isEqualTo("431/612");
    assertThat(result.participationHeads().needed()).hasToString("408");
    assertThat(result.participationHeads().reached()).isTrue();
    assertThat(result.approvalHeads().counted()).isEqualTo("402/431");
    assertThat(result.status()).as("比例已够, never 通过").isEqualTo(Status.SHARES_MET_WITHOUT_QUORUM);
  }

  @Test
  void theGreenThatIsToBecomeParkingLacks78Point27SquareMetresOfThreeQuarters() {
    MatterResult result = mockUp(8, 325, "24981.30");
    assertThat(result.approvalHeads().reached()).isTrue();
    assertThat(result.approvalArea().missing()).as("25,059.5625 rounded up to what an area can be").hasToString("78.27");
    assertThat(result.status()).isEqualTo(Status.NO_QUORUM);
  }

  @Test
  void totalsOfAPaperSheetAreJudgedTheSame() {
    Totals totals = new Totals(new BigDecimal("60600"), 736, new BigDecimal("40400"), 491, new BigDecimal("20200.01"), 246);
    assertThat(MatterResult.of(new Matter("m", ORDINARY, ""), Estate.RULES, totals).passed()).isTrue();
    assertThat(MatterResult.of(new Matter("m", THREE_QUARTERS, ""), Estate.RULES, totals).passed()).isFalse();
  }
}
