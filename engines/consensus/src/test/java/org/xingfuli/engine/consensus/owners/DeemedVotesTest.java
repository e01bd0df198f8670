package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xingfuli.engine.consensus.owners.Reason.Code;

/** Silence is silence unless an assembly's own rules say otherwise, and then the result says so first. */
class DeemedVotesTest {

  private static Estate half() {
    return new Estate().owners(4, "400", Vote.APPROVE).owners(1, "100", Vote.OPPOSE).owners(1, "100", Vote.INVALID).owners(4, "400", null);
  }

  @Test
  void whoSaysNothingIsNotCountedUnlessConfigured() {
    MatterResult result = half().count(1);
    assertThat(result.participationHeads().counted()).isEqualTo("5/10");
    assertThat(result.passed()).isFalse();
    assertThat(result.reasons()).extracting(Reason::code).doesNotContain(Code.DEEMED_VOTES_COUNTED);
  }

  @Test
  void configuredTheyFollowTheMajorityAndTheFirstReasonSaysHowManyAndWhatWouldBeWithoutThem() {
    MatterResult result = half().count(1, DeemedVotes.FOLLOW_MAJORITY);
    assertThat(result.participationHeads().counted()).as("the invalid ballot is not deemed").isEqualTo("9/10");
    assertThat(result.approvalHeads().counted()).isEqualTo("8/9");
    assertThat(result.passed()).isTrue();
    assertThat(result.heads().stream().filter(HeadVote::deemed)).hasSize(4);
    assertThat(result.reasons().getFirst().code()).isEqualTo(Code.DEEMED_VOTES_COUNTED);
    assertThat(result.reasons().getFirst().values()).containsEntry("heads", "4").containsEntry("area", "400.00")
        .containsEntry("side", "approve").containsEntry("passedWithout", "false");
  }

  @Test
  void aMajorityAgainstDrawsTheSilentAgainst() {
    MatterResult result = new Estate().owners(1, "100", Vote.APPROVE).owners(2, "200", Vote.OPPOSE).owners(7, "700", null)
        .count(1, DeemedVotes.FOLLOW_MAJORITY);
    assertThat(result.approvalHeads().counted()).isEqualTo("1/10");
    assertThat(result.passed()).isFalse();
  }

  @Test
  void whereAreaAndHeadsLeadDifferentlyNobodyIsDeemedAndTheResultStillSaysSo() {
    MatterResult result = new Estate().owners(1, "500", Vote.APPROVE).owners(2, "200", Vote.OPPOSE).owners(7, "700", null)
        .count(1, DeemedVotes.FOLLOW_MAJORITY);
    assertThat(result.participationHeads().counted()).isEqualTo("3/10");
    assertThat(result.reasons().getFirst().values()).containsEntry("heads", "0").containsEntry("side", "none");
  }
}
