package org.xingfuli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a masked value shows, and that it never shows more. */
class MaskTest {

  @Test
  void aNameShowsItsEnds() {
    assertThat(Mask.name("张小明")).isEqualTo("张*明");
    assertThat(Mask.name("张明")).isEqualTo("张*");
    assertThat(Mask.name("李")).isEqualTo("李*");
    assertThat(Mask.name("欧阳建国")).isEqualTo("欧**国");
    assertThat(Mask.name("𠮷小明")).as("a letter beyond the basic plane is one").isEqualTo("𠮷*明");
    assertThat(Mask.name(" ")).isNull();
    assertThat(Mask.name(null)).isNull();
  }

  @Test
  void aTelephoneShowsThreeAndFour() {
    assertThat(Mask.phone("13812341234")).isEqualTo("138****1234");
    assertThat(Mask.phone("1234567")).isEqualTo("*******");
    assertThat(Mask.phone("")).isNull();
  }

  @Test
  void aDoorShowsTheFloorAtMost() {
    assertThat(Mask.door("301")).isEqualTo("3**");
    assertThat(Mask.door("1203")).isEqualTo("1***");
    assertThat(Mask.door("3")).isEqualTo("3*");
  }

  @Test
  void whateverTheValueAtLeastAThirdOfItIsHidden() {
    long seed = 20261126;
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(2, 20);
      for (int i = 0; i < length; i++) {
        text.append((char) ('0' + random.nextInt(10)));
      }
      for (var masked : new String[] {Mask.name(text.toString()), Mask.door(text.toString())}) {
        assertThat(masked.chars().filter(c -> c == '*').count()).as("seed %d: %s of %s", seed, masked, text)
            .isGreaterThanOrEqualTo((length + 1) / 3);
      }
    }
  }
}
