package org.xingfuli.appeal.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.store.MatterStore;
import org.xingfuli.appeal.store.MatterStore.Told;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.Message;
import org.xingfuli.engine.triage.Resubmissions;
import org.xingfuli.engine.triage.SameMatter;
import org.xingfuli.engine.triage.Similar;

/**
 * Finds appeals sent again and appeals about the same matter in other words. Each node holds the latest in memory and reads what
 * came since whenever it is asked; who may see what is found is for the caller to hold against its scope.
 */
@Component
public class SimilarAppeals {

  /** So many of the latest are held: a district's of a year or two, below 150 MB with their words. */
  private static final int HELD = 20_000;
  private static final int AT_ONCE = 1_000;
  /** Read again from the beginning, so that what was erased or corrected is not remembered for ever. */
  private static final Duration FRESH = Duration.ofHours(6);
  /** An id is given before its row is committed, so what was read last may be followed by what came a little before it. */
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final UUID FIRST = new UUID(0, 0);

  private final Transactions transactions;
  private final MatterStore store;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private SameMatter matter = new SameMatter(HELD);
  private Resubmissions again = new Resubmissions(Resubmissions.SAME, HELD);
  private final Set<UUID> read = new HashSet<>();
  private UUID last = FIRST;
  private Instant since = Instant.EPOCH;

  SimilarAppeals(Transactions transactions, MatterStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is like an appeal.
   *
   * @param again ids with the likeness of their words to the appeal's, 0 to 1
   * @param sameMatter in other words, with the reasons
   */
  public record Found(Map<UUID, Double> again, List<Similar> sameMatter) {}

  /** At most so many of each, the likest first. */
  public Found like(Appeal appeal, int most) {
    var message = message(new Told(appeal.id(), appeal.title(), appeal.words(), appeal.receivedAt(), appeal.estate(), appeal.area(), true));
    lock.lock();
    try {
      readOn();
      var sent = new LinkedHashMap<UUID, Double>();
      again.find(appeal.words()).stream().filter(earlier -> !earlier.id().equals(message.id())).limit(most)
          .forEach(earlier -> sent.put(UUID.fromString(earlier.id()), earlier.estimate()));
      var others = matter.suggest(message, most + sent.size()).stream()
          .filter(one -> !one.id().equals(message.id()) && !sent.containsKey(UUID.fromString(one.id()))).limit(most).toList();
      return new Found(sent, others);
    } finally {
      lock.unlock();
    }
  }

  private void readOn() {
    if (since.plus(FRESH).isBefore(clock.instant())) {
      matter = new SameMatter(HELD);
      again = new Resubmissions(Resubmissions.SAME, HELD);
      since = clock.instant();
      read.clear();
      last = transactions.as(SystemScope.of("appeal.similar"), () -> {
        var first = store.latestBut(HELD);
        return first == null ? FIRST : first;
      });
    }
    var from = before(last);
    List<Told> more;
    do {
      var behind = from;
      more = transactions.as(SystemScope.of("appeal.similar"), () -> store.after(behind, AT_ONCE));
      for (var one : more) {
        if (read.add(one.id())) {
          matter.add(message(one));
          again.add(one.id().toString(), one.words(), one.at());
        }
        from = one.id();
      }
    } while (more.size() == AT_ONCE);
    last = from.compareTo(last) > 0 ? from : last;
  }

  /** The first id of a moment a little earlier: ids are in the order of the milliseconds in which they were given. */
  private static UUID before(UUID id) {
    long moment = (id.getMostSignificantBits() >>> 16) - LATE.toMillis();
    return moment <= 0 ? FIRST : new UUID(moment << 16, 0);
  }

  /** An appeal for the engine; its place is its estate, and where nobody knows it, its area. */
  static Message message(Told told) {
    var estate = told.estate();
    return new Message(told.id().toString(), told.title(), told.words(), told.at(), estate == null ? null : estate.toString());
  }
}
