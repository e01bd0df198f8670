package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xingfuli.appeal.model.RateStanding.Side;

/** Whatever the cases are: the numerator is part of the denominator, nothing is lost, and rows add up to their total. */
class RateLawsTest {

  private static final Instant NOW = Instant.parse("2022-04-20T01:00:00Z");

  private static RateStanding any(AppealRate rate, Random random) {
    var outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
    var said = random.nextInt(3) == 0 ? null : random.nextBoolean();
    int round = 1 + random.nextInt(3);
    var due = NOW.plusSeconds(random.nextInt(200) - 100);
    return switch (rate) {
      case ON_TIME -> RateStanding.ofReply(due, random.nextBoolean() ? null : due.plusSeconds(random.nextInt(20) - 10),
          random.nextBoolean() ? null : due.minusSeconds(50), NOW);
      case RESOLVED, SATISFIED -> RateStanding.ofWord(outcome, said, random.nextBoolean(), random.nextBoolean());
      case FIRST_CONTACT -> RateStanding.ofFirstContact(outcome, said, round, random.nextBoolean());
      case REOPENED -> RateStanding.ofReopened(round);
    };
  }

  @Test
  void nothingIsLostAndRowsAddUpToTheirTotal() {
    for (long seed = 1; seed <= 200; seed++) {
      var random = new Random(seed);
      for (var rate : AppealRate.values()) {
        var as = "%s of seed %d".formatted(rate, seed);
        int all = random.nextInt(60);
        var rows = new ArrayList<>(List.of(RateCount.none(), RateCount.none(), RateCount.none()));
        var standings = new ArrayList<RateStanding>();
        for (int n = 0; n < all; n++) {
          var standing = any(rate, random);
          standings.add(standing);
          int row = random.nextInt(rows.size());
          rows.set(row, rows.get(row).plus(standing, 1));
        }
        var total = rows.stream().reduce(RateCount.none(), RateCount::plus);
        assertThat(total.numerator()).as(as).isLessThanOrEqualTo(total.denominator());
        assertThat(total.denominator() + total.excluded()).as(as).isEqualTo(all);
        for (var side : Side.values()) {
          assertThat(rows.stream().mapToLong(row -> row.on(side)).sum()).as(as).isEqualTo(total.on(side))
              .isEqualTo(standings.stream().filter(one -> one.on(side)).count());
        }
        assertThat(standings.stream().filter(RateStanding::excluded)).as("%s: reasons the definition names", as)
            .allMatch(rate.excluded()::contains);
      }
    }
  }

  @Test
  void everyReasonADefinitionNamesIsAReasonToLeaveOut() {
    var named = new EnumMap<RateStanding, AppealRate>(RateStanding.class);
    for (var rate : AppealRate.values()) {
      assertThat(rate.excluded()).allMatch(RateStanding::excluded);
      rate.excluded().forEach(reason -> named.put(reason, rate));
    }
    assertThat(named.keySet()).containsExactlyElementsOf(Arrays.stream(RateStanding.values()).filter(RateStanding::excluded).toList());
  }

  @Test
  void aReplyIsOnTimeUntilTheLastMomentAndLateOnlyOnceTheLimitIsOver() {
    assertThat(RateStanding.ofReply(NOW, NOW, null, NOW)).isEqualTo(RateStanding.COUNTED);
    assertThat(RateStanding.ofReply(NOW, NOW.plusMillis(1), null, NOW)).isEqualTo(RateStanding.MISSED);
    assertThat(RateStanding.ofReply(NOW, null, null, NOW)).isEqualTo(RateStanding.NOT_DUE);
    assertThat(RateStanding.ofReply(NOW, null, null, NOW.plusMillis(1))).isEqualTo(RateStanding.MISSED);
    assertThat(RateStanding.ofReply(NOW, null, NOW, NOW.plusMillis(1))).isEqualTo(RateStanding.PAUSED);
  }

  @Test
  void whoeverWasNotAskedIsNotHeldAgainstTheUnit() {
    var answers = Map.of(
        RateStanding.NO_TELEPHONE, RateStanding.ofWord(Outcome.RESOLVED, null, true, true),
        RateStanding.NOT_REACHED, RateStanding.ofWord(Outcome.RESOLVED, null, false, true),
        RateStanding.WAITING, RateStanding.ofWord(Outcome.RESOLVED, null, false, false),
        RateStanding.REFERRED, RateStanding.ofWord(Outcome.REFERRED, false, false, false));
    answers.forEach((reason, standing) -> assertThat(standing).isEqualTo(reason));
    assertThat(RateStanding.ofWord(Outcome.CANNOT, true, true, true)).as("what was said counts, whoever said it")
        .isEqualTo(RateStanding.COUNTED);
  }
}
