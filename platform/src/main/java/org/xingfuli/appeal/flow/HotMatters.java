package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.store.MatterStore;
import org.xingfuli.appeal.store.MatterStore.Matter;
import org.xingfuli.appeal.store.MatterStore.Told;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.engine.triage.HotTopics;
import org.xingfuli.engine.triage.Topic;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;

/**
 * Finds what many write about, and raises it to the command before it boils: as soon as enough open appeals of a week are about one
 * matter, once, with those that join it later.
 */
@Component
public class HotMatters {

  /** So many open appeals within a week make a matter of the command's; ours, an assumption. */
  public static final int RAISED_AT = 5;

  private static final int MOST = 4_000;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofMinutes(2);
  private static final int MOST_KEPT = 64;
  private static final int LISTED = 100;

  private final Transactions transactions;
  private final MatterStore store;
  private final CaseDesk desk;
  private final TellPeople tell;
  private final Audit audit;
  private final BusinessClock clock;
  private final Map<List<Object>, Found> kept = new ConcurrentHashMap<>();

  HotMatters(Transactions transactions, MatterStore store, CaseDesk desk, TellPeople tell, Audit audit, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.desk = desk;
    this.tell = tell;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param looked how many appeals were looked at
   * @param whole whether these are all of the period
   * @param told the appeals by id
   */
  public record Found(List<Topic> topics, Map<UUID, Told> told, int looked, boolean whole, Instant at) {}

  /** The matters of the last days within the caller's reach; found again after some minutes at most. */
  public Found of(int days) {
    var scope = CurrentScope.get();
    var units = transactions.here(desk::units);
    var key = List.<Object>of(scope.kind(), scope.areas(), scope.estates(), days, units == null ? "all" : List.copyOf(units));
    var known = kept.get(key);
    var now = clock.now();
    if (known != null && known.at().plus(KEPT).isAfter(now) && !known.at().isAfter(now)) {
      return known;
    }
    var found = find(transactions.here(() -> store.since(now.minus(Duration.ofDays(days)), units, MOST)), now);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(key, found);
    return found;
  }

  private static Found find(List<Told> told, Instant now) {
    var ordinary = HotTopics.Options.ordinary();
    var topics = HotTopics.find(told.stream().map(SimilarAppeals::message).toList(),
        new HotTopics.Options(ordinary.least(), ordinary.join(), now));
    return new Found(topics, told.stream().collect(Collectors.toMap(Told::id, one -> one)), told.size(), told.size() < MOST, now);
  }

  /** Looks at the week, raises what has become a matter, and adds what belongs to one that is raised. */
  public void watch() {
    var scope = SystemScope.of("appeal.matters");
    var now = clock.now();
    var found = find(transactions.as(scope, () -> store.since(now.minus(WEEK), null, MOST)), now);
    for (var topic : found.topics()) {
      var open = topic.ids().stream().map(id -> Objects.requireNonNull(found.told().get(UUID.fromString(id)))).filter(Told::open).toList();
      if (open.size() >= RAISED_AT) {
        transactions.run(scope, () -> raise(topic, open, now));
      }
    }
  }

  private void raise(Topic topic, List<Told> open, Instant now) {
    var known = store.openOf(open.stream().map(Told::id).toList());
    if (known != null) {
      store.add(known, open);
      return;
    }
    var matter = new Matter(UuidV7.create(), topic.title(), String.join(" ", topic.words()), area(open), estate(open), now, open.size(), null, null);
    store.insert(matter, open);
    audit.record("appeal.raise-matter", new Subject("matter", matter.id()), Map.of("appeals", open.size(), "area", matter.area()));
    tell.matter(matter.id(), open.size());
  }

  /** The area all of them lie in. */
  private static String area(List<Told> open) {
    var common = open.getFirst().area();
    for (var one : open) {
      while (!one.area().startsWith(common)) {
        common = common.substring(0, common.length() > 9 ? 9 : common.length() > 6 ? 6 : common.length() - 1);
      }
    }
    return common;
  }

  private static @Nullable UUID estate(List<Told> open) {
    var first = open.getFirst().estate();
    return open.stream().allMatch(one -> Objects.equals(one.estate(), first)) ? first : null;
  }

  /** What was raised, the open ones first. */
  public List<Matter> raised() {
    return transactions.here(() -> desk.units() == null ? store.all(LISTED) : List.of());
  }

  /** The appeals of a matter that the caller reaches. */
  public List<UUID> appeals(UUID matter) {
    return transactions.here(() -> store.appeals(matter));
  }

  /** The command has dealt with a matter. */
  public void settle(UUID matter, String words) {
    transactions.here(() -> {
      var said = CaseDesk.needed(words, "/words");
      if (!store.settle(matter, By.me().id(), said, clock.now())) {
        throw Problems.absent();
      }
      audit.record("appeal.settle-matter", new Subject("matter", matter), Map.of());
    });
  }

  /** How many appeals a day there were, from the first to the last of the days. */
  public static List<Integer> perDay(List<Told> appeals, Instant now, int days) {
    var counts = new ArrayList<Integer>();
    var today = now.atZone(BusinessClock.ZONE).toLocalDate();
    var byDay = new HashMap<Long, Integer>();
    appeals.forEach(one -> byDay.merge(today.toEpochDay() - one.at().atZone(BusinessClock.ZONE).toLocalDate().toEpochDay(), 1, Integer::sum));
    for (long back = days - 1L; back >= 0; back--) {
      counts.add(byDay.getOrDefault(back, 0));
    }
    return counts;
  }
}
