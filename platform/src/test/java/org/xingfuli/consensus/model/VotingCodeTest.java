package org.xingfuli.consensus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.xingfuli.consensus.model.VotingCode.Fault;
import org.xingfuli.consensus.model.VotingCode.FaultKind;
import org.xingfuli.kernel.Dice;
import org.xingfuli.kernel.SeededTest;

/** A code is drawn evenly, reads as it was printed, and a slip of the finger is told before anything is sent. */
class VotingCodeTest {

  @Test
  void aHundredThousandCodesAreAllDifferentAndEveryLetterStandsEverywhere() {
    var random = new SecureRandom();
    var drawn = new HashSet<String>();
    var times = new int[VotingCode.LENGTH][Letters.COUNT];
    for (int i = 0; i < 100_000; i++) {
      var letters = VotingCode.make(random).letters();
      drawn.add(letters);
      for (int place = 0; place < letters.length(); place++) {
        times[place][Letters.ALL.indexOf(letters.charAt(place))]++;
      }
    }
    assertThat(drawn).hasSize(100_000);
    // 100,000 / 31 = 3,226 each with a deviation of 56: six deviations either way.
    assertThat(Arrays.stream(times).flatMapToInt(Arrays::stream)).allSatisfy(each -> assertThat(each).isBetween(2_888, 3_564));
  }

  @SeededTest
  void everyWrongLetterIsCaught(long seed) {
    var letters = Given.code(new Dice(seed)).letters();
    for (int place = 0; place < letters.length(); place++) {
      for (char other : Letters.ALL.toCharArray()) {
        var typed = letters.substring(0, place) + other + letters.substring(place + 1);
        assertThat(VotingCode.read(typed).code() == null).as(typed).isEqualTo(!typed.equals(letters));
      }
    }
  }

  @SeededTest
  void everyTwoLettersThatChangedPlacesAreCaught(long seed) {
    var letters = Given.code(new Dice(seed)).letters();
    for (int one = 0; one < letters.length(); one++) {
      for (int other = one + 1; other < letters.length(); other++) {
        var typed = new StringBuilder(letters);
        typed.setCharAt(one, letters.charAt(other));
        typed.setCharAt(other, letters.charAt(one));
        assertThat(VotingCode.read(typed.toString()).code() == null).as("%s for %s", typed, letters)
            .isEqualTo(letters.charAt(one) != letters.charAt(other));
      }
    }
  }

  @SeededTest
  void aCodeIsReadHoweverItIsWritten(long seed) {
    var code = Given.code(new Dice(seed));
    var fullWidth = new StringBuilder();
    code.letters().chars().forEach(letter -> fullWidth.appendCodePoint(letter - '!' + '！'));
    assertThat(VotingCode.read(code.grouped())).isEqualTo(new VotingCode.Reading(code, List.of()));
    assertThat(VotingCode.read(code.grouped().toLowerCase(Locale.ROOT).replace(' ', '-')).code()).isEqualTo(code);
    assertThat(VotingCode.read("　" + fullWidth + "\n").code()).isEqualTo(code);
    assertThat(VotingCode.read(code.grouped().replace(" ", "—")).code()).isEqualTo(code);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithItsPlace() {
    assertThat(VotingCode.read("ab0d-iefg").faults()).containsExactly(
        new Fault(FaultKind.LETTER, 3, "0"), new Fault(FaultKind.LETTER, 5, "I"), new Fault(FaultKind.LENGTH, 0, "8"));
    assertThat(VotingCode.read("幸福里🏠").faults()).containsExactly(
        new Fault(FaultKind.LETTER, 1, "幸"), new Fault(FaultKind.LETTER, 2, "福"), new Fault(FaultKind.LETTER, 3, "里"),
        new Fault(FaultKind.LETTER, 4, "🏠"), new Fault(FaultKind.LENGTH, 0, "4"));
    assertThat(VotingCode.read("").faults()).containsExactly(new Fault(FaultKind.LENGTH, 0, "0"));
    assertThat(VotingCode.read("2222 2222 2222 2223").faults()).containsExactly(new Fault(FaultKind.CHECK, 0, ""));
  }

  @Test
  void aCodeIsNeverPrintedByAccident() {
    var code = Given.code(new Dice(1));
    assertThat(code.toString()).doesNotContain(code.letters().substring(0, 4));
    assertThatThrownBy(() -> new VotingCode("2222222222222223")).hasMessageContaining("Maybe").hasMessageNotContaining("2222");
  }
}
