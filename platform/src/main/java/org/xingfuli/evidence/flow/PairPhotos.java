package org.xingfuli.evidence.flow;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.store.EvidenceStore;
import org.xingfuli.evidence.store.PairStore;
import org.xingfuli.evidence.store.PairStore.Pair;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** Somebody joins two photos of one place, before and after. */
@Component
public class PairPhotos {

  private static final int MOST = 60;

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final EvidenceStore items;
  private final PairStore pairs;
  private final BusinessClock clock;
  private final Audit audit;

  PairPhotos(Transactions transactions, RequestLedger ledger, EvidenceStore items, PairStore pairs, BusinessClock clock,
      Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.items = items;
    this.pairs = pairs;
    this.clock = clock;
    this.audit = audit;
  }

  public Pair pair(@Nullable String key, UUID before, UUID after, String place) {
    return transactions.here(() -> {
      var one = items.find(before).orElseThrow(Problems::absent);
      var other = items.find(after).orElseThrow(Problems::absent);
      return ledger.once(key, "evidence.pair", Pair.class, () -> insert(one, other, place));
    });
  }

  private Pair insert(EvidenceItem before, EvidenceItem after, String place) {
    if (before.id().equals(after.id()) || !before.estateId().equals(after.estateId()) || !usable(before) || !usable(after)) {
      throw new Refused(Refusal.of("evidence.pair-of-two"));
    }
    if (moment(before).isAfter(moment(after))) {
      throw new Refused(Refusal.of("evidence.pair-order"));
    }
    var words = place.replaceAll("\\p{Cntrl}", " ").strip();
    var pair = new Pair(UuidV7.create(), before.estateId(), before.id(), after.id(),
        words.substring(0, Math.min(MOST, words.length())), CurrentScope.get().principal(), clock.now());
    if (!pairs.insert(pair)) {
      throw new Refused(Refusal.of("evidence.pair-there"));
    }
    audit.record("evidence.pair", new Subject("evidence-pair", pair.id()),
        Map.of("estate", pair.estateId(), "before", pair.beforeId(), "after", pair.afterId()));
    return pair;
  }

  /** When it was taken as stated, or else received. */
  private static Instant moment(EvidenceItem item) {
    return Objects.requireNonNullElse(item.takenAt(), item.receivedAt());
  }

  private static boolean usable(EvidenceItem item) {
    return item.kind() == EvidenceKind.PHOTO && item.withdrawn() == null;
  }
}
