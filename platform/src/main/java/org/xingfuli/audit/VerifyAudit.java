package org.xingfuli.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.UuidV7;

/** Verifies the whole chain against its entries and the exported heads; that it was asked for is itself recorded. */
@Component
class VerifyAudit {

  /** The sealer needs a second; a minute covers a pause of the machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int ROWS_AT_ONCE = 2000;

  /** What a verification found. */
  record Result(boolean ok, long checked, List<AuditFault> faults) {}

  private final VerifyStore store;
  private final HeadFile heads;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  VerifyAudit(VerifyStore store, HeadFile heads, Transactions transactions, Audit audit, Clock clock) {
    this.store = store;
    this.heads = heads;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  Result verify() {
    return transactions.here(() -> {
      // Heads first: what is exported meanwhile is not yet in this walk, and no fault.
      var verification = new Verification(heads.read());
      store.walk(ROWS_AT_ONCE, verification::next);
      store.unsealedBefore(clock.instant().minus(PATIENCE)).forEach(verification::unsealed);
      var faults = verification.finish();
      audit.record("audit.verify", new Subject("audit", UuidV7.create()),
          Map.of("checked", verification.checked(), "faults", faults.size()));
      return new Result(faults.isEmpty(), verification.checked(), faults);
    });
  }

  /** Whether the personal data kept apart are those whose hash the entry holds; erased data fit always. */
  static boolean fits(Entry entry, byte[] salt, String person, String data) {
    return Arrays.equals(entry.personalHash(), Chain.personal(salt, person, data));
  }
}
