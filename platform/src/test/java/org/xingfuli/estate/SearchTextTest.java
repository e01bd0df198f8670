package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xingfuli.estate.model.Mask;
import org.xingfuli.estate.model.SearchText;

/** How words are compared, and how names are hidden. */
class SearchTextTest {

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
  void wordsAreSetApartByBlanksAndCommasOfEveryWidth() {
    assertThat(SearchText.words("　工人，4号楼 4号楼 ")).containsExactly("工人", "4号楼");
    assertThat(SearchText.words(" -、 ")).isEmpty();
  }

  @Test
  void aNameShowsItsFirstCharacterOnly() {
    assertThat(Mask.name("欧阳建国")).isEqualTo("欧***");
    assertThat(Mask.name("李")).isEqualTo("李*");
    assertThat(Mask.name(" ")).isNull();
    assertThat(Mask.phone("13812345678")).isEqualTo("138****5678");
    assertThat(Mask.phone("1234567")).isEqualTo("*******");
  }
}
