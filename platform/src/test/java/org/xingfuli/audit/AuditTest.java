package org.xingfuli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.xingfuli.database.SystemScope;
import org.xingfuli.wire.Page;
import tools.jackson.databind.json.JsonMapper;

/** What is written with an act, and what of it may never change. */
class AuditTest {

  private final AuditBench bench;

  AuditTest(@TempDir Path data) {
    bench = new AuditBench(data);
  }

  private Page<EntryList.Row> read() {
    var list = new EntryList(bench.db.jdbc(), JsonMapper.builder().build());
    return list.page(new EntryList.Filter(null, null, null, null), List.of(), 10);
  }

  @Test
  void anActIsRecordedOnlyInsideItsOwnTransaction() {
    assertThatThrownBy(() -> bench.audit.record("estate.change", new Subject("estate", UUID.randomUUID()), Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anActThatFailsLeavesNoRecord() {
    assertThatThrownBy(() -> bench.db.transactions().run(AuditBench.OFFICER, () -> {
      bench.audit.record("estate.change", new Subject("estate", UUID.randomUUID()), Map.of());
      throw new IllegalStateException("planted");
    })).hasMessage("planted");
    assertThat(read().total()).isZero();
  }

  @Test
  void theRecordNamesWhoDidWhatToWhat() {
    bench.acts(1);
    bench.db.transactions().run(SystemScope.of("command.rebuild"), () ->
        bench.audit.record("command.rebuild", new Subject("programme", UUID.randomUUID()), Map.of("rows", 50)));
    bench.sealer.sealNow();
    assertThat(read().items()).extracting(r -> r.personTitle() + "|" + r.person() + "|" + r.act() + "|" + r.seq())
        .containsExactly("command.rebuild|null|command.rebuild|2", "街道专员|王小明|estate.change|1");
    assertThat(read().items().getLast().facts()).isEqualTo(Map.of("n", 0));
  }

  @Test
  void theApplicationMayNeitherChangeNorDeleteARecord() {
    bench.acts(1);
    bench.sealer.sealNow();
    for (var sql : List.of("update audit.entry set act = 'x'", "delete from audit.entry", "truncate audit.entry cascade",
        "update audit.seal set number = 9", "delete from audit.seal", "update audit.personal set person = 'x'")) {
      assertThatThrownBy(() -> bench.db.jdbc().sql(sql).update())
          .as(sql).isInstanceOf(DataAccessException.class).hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void erasingNamesKeepsTheActsAndTheChain() {
    bench.acts(3);
    bench.sealer.sealNow();
    var erased = bench.db.transactions().as(
        SystemScope.of("privacy.forget"), () -> bench.audit.forget(AuditBench.OFFICER.principal()));
    assertThat(erased).isEqualTo(3);
    assertThat(read().items()).extracting(EntryList.Row::person).containsOnlyNulls();
    assertThat(bench.verify().ok()).isTrue();
  }

  @Test
  void anActThatCommitsLateIsSealedAllTheSame() throws Exception {
    var recorded = new CountDownLatch(1);
    var sealedAnother = new CountDownLatch(1);
    var late = Thread.ofVirtual().start(() -> bench.db.transactions().run(AuditBench.OFFICER, () -> {
      bench.audit.record("programme.freeze", new Subject("plan", UUID.randomUUID()), Map.of());
      recorded.countDown();
      try {
        sealedAnother.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
    recorded.await();
    bench.acts(5);
    assertThat(bench.sealer.sealNow()).isEqualTo(5);
    sealedAnother.countDown();
    late.join();
    assertThat(bench.sealer.sealNow()).isEqualTo(1);
    assertThat(bench.verify().ok()).isTrue();
  }

  @Test
  void sealersOfTwoNodesShareOneChain() throws Exception {
    bench.acts(500);
    var threads = List.of(
        Thread.ofPlatform().start(bench.sealer::sealNow), Thread.ofPlatform().start(bench.sealer::sealNow));
    for (var thread : threads) {
      thread.join();
    }
    bench.sealer.sealNow();
    assertThat(bench.store.head().orElseThrow().number()).isEqualTo(500);
    assertThat(bench.verify().ok()).isTrue();
  }
}
