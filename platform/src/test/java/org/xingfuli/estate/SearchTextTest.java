package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xingfuli.kernel.SearchText;

/** How words are compared. */
class SearchTextTest {

  private static final long SEED = 20220422;

  @Test
  void widthCaseAndMarksDoNotMatter() {
    assertThat(SearchText.plain("Ａ-１２ 号楼（东）")).isEqualTo("a12号楼东");
    assertThat(SearchText.plain("𠮷祥里")).isEqualTo("𠮷祥里");
  }

  @Test
  void pairsOverlapAndDoNotCrossBlanks() {
    assertThat(SearchText.bigrams("工人新村")).containsExactlyInAnyOrder("工人", "人新", "新村");
    assertThat(SearchText.bigrams("𠮷祥 里")).containsExactly("𠮷祥");
    assertThat(SearchText.bigrams("里")).isEmpty();
  }

  @Test
  void fourFiguresInARowAreKeptBesideTheirPairs() {
    assertThat(SearchText.fours("sq20220 4号楼 12 98765")).containsExactly("0220", "2022", "8765", "9876");
  }

  @Test
  void fourFiguresInARowAreLookedForTogether() {
    assertThat(SearchText.keys("0413")).containsExactly("0413");
    assertThat(SearchText.keys("sq20220a")).containsExactlyInAnyOrder("0a", "0220", "2022", "q2", "sq");
    assertThat(SearchText.keys("4号楼101")).containsExactlyInAnyOrder("4号", "号楼", "楼1", "10", "01");
  }

  @Test
  void noPairHasTheNumberOfFourFigures() {
    assertThat(SearchText.key("0000")).isEqualTo(-10_000);
    assertThat(SearchText.key("9999")).isEqualTo(-1);
    assertThat(SearchText.key("4号")).isEqualTo('4' << 16 | '号').isNotEqualTo(SearchText.key("号4"));
    assertThat(SearchText.key("鿿鿿")).isLessThan(-10_000);
    assertThat(SearchText.key("12")).isPositive();
  }

  @Test
  void theKeysOfATextAreThoseOfItsPairsAndFours() {
    var random = new Random(SEED);
    var letters = List.of(" ", "0", "1", "2", "7", "9", "号", "楼", "a", "𠮷");
    for (int n = 0; n < 1000; n++) {
      var plain = random.ints(random.nextInt(40), 0, letters.size()).mapToObj(letters::get).collect(Collectors.joining());
      assertThat(SearchText.allKeys(plain)).as("seed %d, %s", SEED, plain)
          .isEqualTo(Stream.concat(SearchText.bigrams(plain).stream(), SearchText.fours(plain).stream()).mapToInt(SearchText::key)
              .sorted().distinct().toArray());
    }
  }

  @Test
  void wordsAreSetApartByBlanksAndCommasOfEveryWidth() {
    assertThat(SearchText.words("　工人，4号楼 4号楼 ")).containsExactly("工人", "4号楼");
    assertThat(SearchText.words(" -、 ")).isEmpty();
  }
}
