package org.xingfuli.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.drills.IntakeLedger.Stored;

/** What a sender was told beside what is stored. */
class IntakeLedgerTest {

  private static final List<String> TWO_ANSWERED_ONE_NOT =
      List.of("sent a", "ack a SQ-1", "sent b", "ack b SQ-2", "ack a SQ-1", "sent c");

  private static Stored stored(String number, String key) {
    return new Stored(number, IntakeLedger.TITLE + key);
  }

  private static List<String> faults(List<String> ledger, Stored... stored) {
    return IntakeLedger.of(ledger).compare(List.of(stored));
  }

  @Test
  void whatWasAcknowledgedAndStandsOnceIsNoFaultWhateverElseStands() {
    assertThat(faults(TWO_ANSWERED_ONE_NOT, new Stored("SQ-0", "楼道灯坏了"), stored("SQ-1", "a"), stored("SQ-2", "b"))).isEmpty();
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-1", "a"), stored("SQ-2", "b"), stored("SQ-3", "c")))
        .as("an unanswered one may stand").isEmpty();
  }

  @Test
  void theLedgerCountsWhatWasSentAnsweredAndAnsweredAgain() {
    var ledger = IntakeLedger.of(TWO_ANSWERED_ONE_NOT);
    assertThat(ledger.sent()).isEqualTo(3);
    assertThat(ledger.acknowledged()).isEqualTo(2);
    assertThat(ledger.answeredAgain()).isEqualTo(1);
    assertThat(ledger.unanswered()).isEqualTo(1);
  }

  @Test
  void anAcknowledgedOneThatDoesNotStandIsLost() {
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-1", "a"))).singleElement().asString().contains("«b»", "0 times");
  }

  @Test
  void anyThatStandsTwiceIsDoubledAnsweredOrNot() {
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-1", "a"), stored("SQ-2", "b"), stored("SQ-3", "c"), stored("SQ-4", "c")))
        .singleElement().asString().contains("unanswered", "«c»", "2 times");
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-1", "a"), stored("SQ-2", "b"), stored("SQ-3", "b")))
        .anyMatch(fault -> fault.contains("«b»") && fault.contains("2 times"));
  }

  @Test
  void aNumberOtherThanTheOneToldIsAFault() {
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-9", "a"), stored("SQ-2", "b"))).singleElement().asString().contains("SQ-1", "SQ-9");
    var changed = new ArrayList<>(TWO_ANSWERED_ONE_NOT);
    changed.add("ack b SQ-7");
    assertThat(faults(changed, stored("SQ-1", "a"), stored("SQ-2", "b"))).singleElement().asString().contains("SQ-2", "SQ-7");
    assertThat(faults(TWO_ANSWERED_ONE_NOT, stored("SQ-1", "a"), stored("SQ-2", "b"), stored("SQ-2", "c")))
        .singleElement().asString().contains("SQ-2", "two appeals");
  }

  @Test
  void whatNobodySentAndWhatASenderSawItselfAreFaults() {
    assertThat(faults(List.of("sent a", "ack a SQ-1"), stored("SQ-1", "a"), stored("SQ-2", "x"))).singleElement().asString()
        .contains("never sent");
    assertThat(faults(List.of("a clerk gave up: java.net.ConnectException"))).containsExactly("a clerk gave up: java.net.ConnectException");
  }
}
