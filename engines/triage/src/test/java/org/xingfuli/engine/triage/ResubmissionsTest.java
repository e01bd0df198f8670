package org.xingfuli.engine.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same text sent again; a failing seed stands in the display name. */
class ResubmissionsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  private static double jaccard(String one, String other) {
    Set<Long> both = new HashSet<>(Resubmissions.runs(one));
    Set<Long> all = new HashSet<>(both);
    both.retainAll(Resubmissions.runs(other));
    all.addAll(Resubmissions.runs(other));
    return (double) both.size() / all.size();
  }

  /** Some characters of the text replaced. */
  private static String changed(String text, int times, MadeUp madeUp) {
    StringBuilder changed = new StringBuilder(text);
    for (int t = 0; t < times; t++) {
      changed.setCharAt(madeUp.dice().between(0, changed.length() - 1), madeUp.dice().chinese(1).charAt(0));
    }
    return changed.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameTextIsFoundHoweverItIsSpacedAndPunctuated(long seed) {
    MadeUp madeUp = new MadeUp(seed);
    Resubmissions texts = new Resubmissions();
    for (int i = 0; i < 30; i++) {
      texts.add("t" + i, madeUp.dice().chinese(60), madeUp.at(i));
    }
    String sent = madeUp.dice().chinese(80);
    texts.add("first", sent, madeUp.at(100));
    assertThat(texts.find(sent.substring(0, 40) + " ，" + sent.substring(40) + "！")).singleElement()
        .isEqualTo(new Resubmissions.Earlier("first", 1, madeUp.at(100)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theEstimateIsNearTheTrueLikeness(long seed) {
    MadeUp madeUp = new MadeUp(seed);
    String text = madeUp.dice().chinese(300);
    String other = changed(text, madeUp.dice().between(0, 60), madeUp);
    double truth = jaccard(text, other);
    // Four standard errors of 128 hashes.
    assertThat(new Resubmissions().likeness(text, other)).isBetween(truth - 0.177, truth + 0.177);
  }

  @Test
  void theErrorOfTheEstimateAveragesOut() {
    MadeUp madeUp = new MadeUp(1);
    double error = 0;
    for (int i = 0; i < 200; i++) {
      String text = madeUp.dice().chinese(200);
      String other = changed(text, 10, madeUp);
      error += (new Resubmissions().likeness(text, other) - jaccard(text, other)) / 200;
    }
    assertThat(error).isBetween(-0.01, 0.01);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTextWithAWordChangedIsFoundAndOneAboutSomethingElseIsNot(long seed) {
    MadeUp madeUp = new MadeUp(seed);
    Resubmissions texts = new Resubmissions();
    String text = madeUp.dice().chinese(200);
    texts.add("first", text, null);
    texts.add("other", madeUp.dice().chinese(200), null);
    assertThat(texts.find(changed(text, 2, madeUp))).extracting(Resubmissions.Earlier::id).containsExactly("first");
  }

  @Test
  void whatIsForgottenIsFoundNoMoreAndTheOldestLeaveFirst() {
    Resubmissions texts = new Resubmissions(0.8, 2);
    texts.add("a", "屋顶漏雨已经三天", null);
    texts.add("b", "下水道又堵住了呀", null);
    texts.add("c", "充电桩一直没有修", null);
    assertThat(texts.size()).isEqualTo(2);
    assertThat(texts.find("屋顶漏雨已经三天")).isEmpty();
    texts.remove("b");
    assertThat(texts.find("下水道又堵住了呀")).isEmpty();
    assertThat(texts.find("充电桩一直没有修")).hasSize(1);
  }

  @Test
  void textsWithoutAnyWordAreNotTheSame() {
    Resubmissions texts = new Resubmissions();
    texts.add("a", "！！！", null);
    assertThat(texts.find("。。。")).isEmpty();
  }
}
