package org.xingfuli.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.Scope;
import org.xingfuli.database.TestDatabase;

/** An audit on a database and a head file of its own, sealed only when told to. */
final class AuditBench {

  static final Scope OFFICER = new Scope(
      Scope.Kind.PERSON, UUID.fromString("018f0000-0000-7000-8000-000000000001"), "街道专员 王小明", Set.of(), Set.of(), Set.of());

  final TestDatabase db = TestDatabase.fresh();
  private final JdbcClient superuser = db.superuser();
  final AuditStore store = new AuditStore(db.jdbc());
  final HeadFile heads;
  final AuditSealer sealer;
  final Audit audit;
  private final VerifyAudit verify;

  AuditBench(Path data) {
    heads = new HeadFile(data);
    sealer = new AuditSealer(store, heads, db.transactions(), Clock.systemUTC());
    audit = new Audit(store, sealer, Clock.systemUTC());
    verify = new VerifyAudit(new VerifyStore(db.jdbc()), heads, db.transactions(), audit, Clock.systemUTC());
  }

  /** Records as many acts, in batches of a transaction each. */
  void acts(int number) {
    db.transactions().run(OFFICER, () -> IntStream.range(0, number).forEach(i ->
        audit.record("estate.change", new Subject("estate", UUID.randomUUID()), Map.of("n", i))));
  }

  VerifyAudit.Result verify() {
    return db.transactions().as(OFFICER, verify::verify);
  }

  List<AuditFault.Kind> faultsAt(long seq) {
    return verify().faults().stream().filter(f -> f.seq() != null && f.seq() == seq).map(AuditFault::kind).toList();
  }

  void tamper(String sql, Object... values) {
    superuser.sql(sql).params(values).update();
  }
}
