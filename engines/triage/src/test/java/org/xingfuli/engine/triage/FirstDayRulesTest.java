package org.xingfuli.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** The classes of the first day, and what a tree or a rule may not be. */
class FirstDayRulesTest {

  private static final StarterClasses OURS = StarterClasses.ours();
  private static final FirstDayRules RULES = new FirstDayRules(OURS.tree(), OURS.rules());

  @Test
  void theFourLeadingOnesStandFirst() {
    assertThat(OURS.tree().below(null)).hasSize(17).extracting(CaseClass::code).startsWith("PARKING", "CHARGING", "PIPES", "LEAK");
    assertThat(OURS.tree().classes()).extracting(each -> OURS.tree().path(each.code()).size()).contains(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "晚上回家没有车位，停车难, PARKING_SHORT",
    "消防通道停车没人管，占用消防通道, PARKING_ORDER_FIRE",
    "三号楼有人飞线充电, CHARGING_WIRE",
    "下水道堵了，污水横流, PIPES_BLOCKED",
    "施工时挖断水管, PIPES_DAMAGED",
    "顶楼漏雨，屋面防水坏了, LEAK_ROOF",
    "改造后漏雨，越改越漏，屋顶漏, LEAK_ROOF_WORKS",
    "工地凌晨施工，吵得无法入睡, NOISE_SITE",
    "绿化被毁绿种菜，未补种, GREENING_LOST",
    "电梯困人，电梯故障, LIFT_FAULT",
    "改造方案征求意见, POLICY_DESIGN",
  })
  void wordsLeadToTheClassADeskWouldChoose(String text, String code) {
    Suggestion suggestion = RULES.suggest(Message.of("1", "", text));
    assertThat(suggestion.classes().getFirst().code()).isEqualTo(code);
    assertThat(suggestion.source()).isEqualTo("rules");
    assertThat(suggestion.reasons()).isNotEmpty().allSatisfy(reason -> assertThat(text).contains(reason.words()));
  }

  @Test
  void whatNobodySpokeForIsRefused() {
    Suggestion suggestion = RULES.suggest(Message.of("1", "你好", "谢谢"));
    assertThat(suggestion.refused()).isTrue();
    assertThat(suggestion.classes()).isEmpty();
  }

  @Test
  void aWordThatSilencesARuleSilencesItOnly() {
    ClassTree tree = new ClassTree(List.of(new CaseClass("A", "甲", "A", null), new CaseClass("B", "乙", "B", null)));
    FirstDayRules rules = new FirstDayRules(tree, List.of(
        new KeywordRule("A", List.of("管道"), List.of("油烟"), 2), new KeywordRule("B", List.of("管道"), List.of(), 1)));
    assertThat(rules.suggest(Message.of("1", "", "管道坏了")).classes().getFirst().code()).isEqualTo("A");
    assertThat(rules.suggest(Message.of("2", "", "油烟管道坏了")).classes().getFirst().code()).isEqualTo("B");
  }

  @Test
  void theTitleCountsMoreThanTheText() {
    Suggestion suggestion = RULES.suggest(Message.of("1", "电梯", "门口的绿化"));
    assertThat(suggestion.classes()).extracting(Suggestion.Ranked::code).startsWith("LIFT");
  }

  @Test
  void emergencyWordsAreFoundAcrossSpaces() {
    assertThat(RULES.suggest(Message.of("1", "", "楼下 燃气 泄漏 了")).reasons().getFirst())
        .isEqualTo(new Suggestion.Reason("燃气 泄漏", Suggestion.EMERGENCY, 1));
  }

  @Test
  void allFaultsOfATreeAreToldAtOnce() {
    List<CaseClass> faulty = List.of(new CaseClass("A", "甲", "", null), new CaseClass("A", "甲", "", null),
        new CaseClass("B", "乙", "", "NOWHERE"), new CaseClass("C", "丙", "", "D"), new CaseClass("D", "丁", "", "C"),
        new CaseClass("A1", "", "", "A"), new CaseClass("A11", "", "", "A1"), new CaseClass("A111", "", "", "A11"));
    assertThatThrownBy(() -> new ClassTree(faulty)).isInstanceOfSatisfying(Refused.class, refused ->
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("triage.class-twice", "triage.class-parent-unknown",
            "triage.class-circle", "triage.class-circle", "triage.class-too-deep"));
  }

  @Test
  void allFaultsOfRulesAreToldAtOnce() {
    assertThatThrownBy(() -> new FirstDayRules(OURS.tree(), List.of(
        new KeywordRule("NOWHERE", List.of("词"), List.of(), 1), new KeywordRule("LEAK", List.of(), List.of(), 1),
        new KeywordRule("LEAK", List.of("词"), List.of(), 0))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting(Refusal::code)
            .containsExactly("triage.rule-class-unknown", "triage.rule-without-words", "triage.rule-weight"));
  }
}
