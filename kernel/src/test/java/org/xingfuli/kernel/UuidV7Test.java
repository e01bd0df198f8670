package org.xingfuli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

  private static final Instant NOON = Instant.parse("2022-04-20T04:00:00.123Z");

  @Test
  void anIdIsVersion7AndBeginsWithItsMillisecond() {
    var id = new UuidV7(InstantSource.fixed(NOON)).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void idsAscendEvenWithinOneMillisecondAndBeyondItsSequence() {
    var ids = take(new UuidV7(InstantSource.fixed(NOON)), 10_000);
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsAscendAlthoughTheClockIsSetBack() {
    var time = new AtomicReference<>(NOON);
    var maker = new UuidV7(time::get);
    var before = maker.next();
    time.set(NOON.minusSeconds(3600));
    assertThat(maker.next()).isGreaterThan(before);
    time.set(NOON.plusMillis(1));
    assertThat(maker.next().getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli() + 1);
  }

  @Test
  void manyThreadsNeverMakeTheSameIdAndEachSeesItsOwnAscend() throws Exception {
    var maker = new UuidV7(InstantSource.system());
    Set<UUID> all = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = IntStream.range(0, 16).mapToObj(_ -> threads.submit(() -> take(maker, 2_000))).toList();
      for (var thread : work) {
        assertThat(thread.get()).isSorted();
        all.addAll(thread.get());
      }
    }
    assertThat(all).hasSize(16 * 2_000);
  }

  private static List<UUID> take(UuidV7 maker, int count) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      ids.add(maker.next());
    }
    return ids;
  }
}
