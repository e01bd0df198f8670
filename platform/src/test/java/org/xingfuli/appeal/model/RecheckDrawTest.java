package org.xingfuli.appeal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has the pool and the seed draws the same again, and no appeal has better chances than another. */
class RecheckDrawTest {

  @Test
  void aShareIsRoundedUpAndEveryUnitIsCheckedALittle() {
    assertThat(RecheckDraw.wanted(100, 5, 1, 0)).isEqualTo(5);
    assertThat(RecheckDraw.wanted(101, 5, 1, 0)).isEqualTo(6);
    assertThat(RecheckDraw.wanted(3, 5, 2, 0)).as("the least number").isEqualTo(2);
    assertThat(RecheckDraw.wanted(1, 5, 2, 0)).as("no more than there are").isEqualTo(1);
    assertThat(RecheckDraw.wanted(100, 5, 1, 4)).as("less what was drawn before").isEqualTo(1);
    assertThat(RecheckDraw.wanted(100, 5, 1, 9)).isZero();
    assertThat(RecheckDraw.wanted(0, 5, 1, 0)).isZero();
  }

  @Test
  void anybodyCanDrawAgainWithOtherTools() {
    var one = UUID.fromString("00000000-0000-0000-0000-000000000001");
    var two = UUID.fromString("00000000-0000-0000-0000-000000000002");
    // printf '%s' 'c0ffee:00000000-0000-0000-0000-00000000000N' | sha256sum
    assertThat(RecheckDraw.draw(List.of(one, two), "c0ffee", 1)).isEqualTo(RecheckDraw.draw(List.of(two, one), "c0ffee", 1));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDrawDependsOnPoolAndSeedAloneAndDrawsNoneTwice(long seed) {
    var random = new Random(seed);
    var pool = new ArrayList<UUID>();
    IntStream.range(0, 1 + random.nextInt(40)).forEach(n -> pool.add(new UUID(random.nextLong(), random.nextLong())));
    int wanted = random.nextInt(50);
    var drawn = RecheckDraw.draw(pool, "s" + seed, wanted);
    assertThat(drawn).hasSize(Math.min(wanted, pool.size())).doesNotHaveDuplicates().isSubsetOf(pool);
    Collections.shuffle(pool, random);
    assertThat(RecheckDraw.draw(pool, "s" + seed, wanted)).as("the order of the pool").isEqualTo(drawn);
    assertThat(RecheckDraw.draw(pool, "s" + seed, wanted + 1).subList(0, drawn.size())).as("one more keeps those drawn").isEqualTo(drawn);
  }

  @Test
  void everyAppealIsDrawnAboutAsOften() {
    var pool = IntStream.range(0, 20).mapToObj(n -> new UUID(7, n)).toList();
    var often = new HashMap<UUID, Integer>();
    IntStream.range(0, 4_000).forEach(n -> RecheckDraw.draw(pool, "s" + n, 5).forEach(id -> often.merge(id, 1, Integer::sum)));
    assertThat(often).hasSize(20);
    assertThat(often.values()).as("1,000 each, give or take five deviations of 27").allMatch(n -> n > 860 && n < 1_140);
  }
}
