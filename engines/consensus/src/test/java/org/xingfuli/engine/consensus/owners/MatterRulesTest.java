package org.xingfuli.engine.consensus.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The table of the nine matters. */
class MatterRulesTest {

  @Test
  void nineMattersNeedTwoThirdsAndSixToEightThreeQuartersOfThoseTakingPart() {
    MatterRules rules = MatterRules.civilCode278();
    assertThat(rules.from()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(rules.matters()).hasSize(9).extracting(MatterRule::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(rules.matters()).allSatisfy(rule -> {
      assertThat(rule.participationArea()).hasToString("≥ 2/3").isEqualTo(rule.participationHeads());
      boolean special = rule.number() >= 6 && rule.number() <= 8;
      assertThat(rule.approvalArea()).hasToString(special ? "≥ 3/4" : "> 1/2").isEqualTo(rule.approvalHeads());
      assertThat(rule.source()).contains("民法典278");
    });
    assertThat(rules.of(5).zh()).startsWith("使用");
    assertThat(rules.of(6).zh()).startsWith("筹集");
  }

  @Test
  void aVoteBeforeTheCivilCodeIsNotCountedByIt() {
    assertThat(MatterRules.on(LocalDate.of(2021, 1, 1)).version()).isEqualTo("civil-code-278@2021-01-01");
    assertThatThrownBy(() -> MatterRules.on(LocalDate.of(2020, 12, 31))).hasMessageContaining("owners.rules-not-in-force");
    assertThatThrownBy(() -> MatterRules.civilCode278().of(10)).hasMessageContaining("owners.matter-number");
  }

  @Test
  void everyFaultyLineOfATableIsTold() {
    String table = """
        1,A,甲,A,2/3,2/3,AT_LEAST,1/2,1/2,MORE_THAN,我们
        1,B,乙,B,2/3,2/3,AT_LEAST,1/2,1/2,MORE_THAN,我们
        2,C,丙,C,2/3,2/3,ABOUT,1/2,1/2,MORE_THAN,我们
        3,D,丁,D,2/3,4/3,AT_LEAST,1/2,1/2,MORE_THAN,我们
        4,E
        """;
    assertThatThrownBy(() -> MatterRules.read("ours", LocalDate.of(2022, 1, 1), new StringReader(table)))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(
            "owners.rules-matter-twice", "owners.rules-value", "owners.rules-value", "owners.rules-line"));
  }
}
