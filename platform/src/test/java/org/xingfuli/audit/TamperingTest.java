package org.xingfuli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database administrator changes the records behind our back; verification finds every single one. */
class TamperingTest {

  private static final long SEED = 20220420;

  private final AuditBench bench;

  TamperingTest(@TempDir Path data) {
    bench = new AuditBench(data);
  }

  private void sealed(int number) {
    bench.acts(number);
    bench.sealer.sealNow();
  }

  @Test
  void anUntouchedChainIsWhole() {
    sealed(20);
    var result = bench.verify();
    assertThat(result.faults()).isEmpty();
    assertThat(result.checked()).isEqualTo(20);
  }

  @Test
  void aThousandTamperedRowsAreAllFound() {
    sealed(3000);
    var random = new SplittableRandom(SEED);
    var touched = new TreeSet<Long>();
    while (touched.size() < 1000) {
      touched.add(random.nextLong(1, 3001));
    }
    var ways = new String[] {
        "act = 'estate.register'", "title = '指挥长'", "at = at - interval '1 day'", "facts = '{\"n\":-1}'",
        "principal = gen_random_uuid()", "subject_id = gen_random_uuid()", "subject_type = 'plan'", "kind = 'SYSTEM'",
        "personal_hash = null"};
    bench.tamper("set synchronous_commit = off");
    for (var number : touched) {
      bench.tamper("update audit.entry set " + ways[random.nextInt(ways.length)]
          + " where id = (select entry_id from audit.seal where number = ?)", number);
    }
    var found = new TreeSet<Long>();
    for (var fault : bench.verify().faults()) {
      assertThat(fault.kind()).isEqualTo(AuditFault.Kind.CHANGED);
      found.add(fault.seq());
    }
    assertThat(found).as("seed " + SEED).isEqualTo(touched);
  }

  @Test
  void aDeletedRecordIsFoundWithAndWithoutItsSeal() {
    sealed(10);
    bench.tamper("alter table audit.seal drop constraint seal_entry_id_fkey");
    bench.tamper("alter table audit.personal drop constraint personal_entry_id_fkey");
    bench.tamper("delete from audit.entry where id = (select entry_id from audit.seal where number = 4)");
    bench.tamper("delete from audit.entry where id = (select entry_id from audit.seal where number = 7)");
    bench.tamper("delete from audit.seal where number = 7");
    assertThat(bench.faultsAt(4)).containsExactly(AuditFault.Kind.DELETED);
    assertThat(bench.faultsAt(7)).containsExactly(AuditFault.Kind.DELETED);
  }

  @Test
  void recordsThatChangedPlacesAreFound() {
    sealed(10);
    bench.tamper("alter table audit.seal drop constraint seal_entry_id_key");
    bench.tamper("""
        update audit.seal s set entry_id = other.entry_id from audit.seal other
        where (s.number, other.number) in ((3, 6), (6, 3))""");
    assertThat(bench.faultsAt(3)).containsExactly(AuditFault.Kind.REORDERED);
    assertThat(bench.faultsAt(6)).containsExactly(AuditFault.Kind.REORDERED);
  }

  @Test
  void linksThatChangedPlacesAreFound() {
    sealed(10);
    bench.tamper("alter table audit.seal drop constraint seal_number_check");
    bench.tamper("update audit.seal set number = -3 where number = 3");
    bench.tamper("update audit.seal set number = 3 where number = 6");
    bench.tamper("update audit.seal set number = 6 where number = -3");
    assertThat(bench.faultsAt(3)).contains(AuditFault.Kind.REORDERED);
    assertThat(bench.faultsAt(6)).contains(AuditFault.Kind.REORDERED);
  }

  @Test
  void aSealThatWasBackDatedIsFound() {
    sealed(10);
    bench.tamper("update audit.seal set at = at - interval '1 day' where number = 5");
    assertThat(bench.faultsAt(5)).containsExactly(AuditFault.Kind.REORDERED);
  }

  @Test
  void aCutOffTailIsFoundByTheExportedHead() {
    sealed(10);
    bench.tamper("delete from audit.seal where number > 7");
    bench.tamper("delete from audit.personal where entry_id not in (select entry_id from audit.seal)");
    bench.tamper("delete from audit.entry where id not in (select entry_id from audit.seal)");
    assertThat(bench.verify().faults()).extracting(AuditFault::kind).containsExactly(AuditFault.Kind.CUT_TAIL);
  }

  @Test
  void aTailCutOffAndGrownAgainIsFound() {
    sealed(5);
    sealed(5);
    bench.tamper("delete from audit.seal where number > 7");
    bench.tamper("delete from audit.personal where entry_id not in (select entry_id from audit.seal)");
    bench.tamper("delete from audit.entry where id not in (select entry_id from audit.seal)");
    sealed(9);
    assertThat(bench.faultsAt(10)).containsExactly(AuditFault.Kind.CHANGED);
  }

  @Test
  void aWholeChainForgedAnewIsFound() {
    sealed(10);
    bench.tamper("update audit.entry set act = 'estate.register' where act = 'estate.change'");
    bench.tamper("insert into audit.unsealed select entry_id from audit.seal");
    bench.tamper("delete from audit.seal");
    bench.sealer.sealNow();
    assertThat(bench.faultsAt(10)).containsExactly(AuditFault.Kind.CHANGED);
  }

  @Test
  void changedPersonalDataAreFound() {
    sealed(5);
    bench.tamper("update audit.personal set person = '别人' where entry_id = (select entry_id from audit.seal where number = 2)");
    assertThat(bench.faultsAt(2)).containsExactly(AuditFault.Kind.CHANGED);
  }

  @Test
  void aRecordThatIsKeptFromTheSealerIsFound() {
    sealed(1);
    bench.acts(1);
    bench.tamper("delete from audit.unsealed");
    bench.tamper("update audit.entry set at = at - interval '1 hour' where id not in (select entry_id from audit.seal)");
    assertThat(bench.verify().faults()).extracting(AuditFault::kind).containsExactly(AuditFault.Kind.UNSEALED);
  }
}
