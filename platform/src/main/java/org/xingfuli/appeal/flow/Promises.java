package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Promise;
import org.xingfuli.appeal.model.PromiseState;
import org.xingfuli.appeal.model.PromiseState.Act;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.PromiseStore;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * A time said aloud binds: it is registered with the appeal, warned of before it comes, and broken when it goes by. It moves only
 * before it comes and with a reason; afterwards it is kept late, and reads so.
 */
@Component
public class Promises {

  /** So long before the time whoever promised is reminded, and so far ahead a promise may lie. Assumptions. */
  static final Duration WARNED = Duration.ofMinutes(30);
  private static final Duration FAR = Duration.ofDays(90);

  private static final int MOST = 200;
  private static final int MOST_SAID = 200;
  private static final String TASK = "appeal.watch-promises";
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 H:mm");

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final PromiseStore store;
  private final AppealStore appeals;
  private final TellPromises tell;

  Promises(Transactions transactions, RequestLedger ledger, CaseDesk desk, PromiseStore store, AppealStore appeals, TellPromises tell) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.appeals = appeals;
    this.tell = tell;
  }

  /** What is promised: what shall happen, and until when. */
  public record Said(String said, Instant dueAt) {}

  /** Registers it, in the running transaction. */
  public UUID make(Appeal appeal, @Nullable UUID point, Said said, By by) {
    Refused.ifAny(faults(said, desk.now(), "/promise"));
    return written(appeal, point, said, by).id();
  }

  private Promise written(Appeal appeal, @Nullable UUID point, Said said, By by) {
    var now = desk.now();
    var promise = new Promise(UuidV7.create(), appeal.id(), point, appeal.area(), appeal.estate(), CaseDesk.plain(said.said()),
        said.dueAt(), now, by.id(), by.title(), PromiseState.OPEN, null, "", null);
    store.insert(promise);
    desk.note(appeal, "PROMISE", appeal.state(), Note.of(by, when(said.dueAt()) + " " + promise.said()), now);
    return promise;
  }

  static String when(Instant at) {
    return WHEN.format(at.atZone(BusinessClock.ZONE));
  }

  private static List<Refusal> faults(Said said, Instant now, String pointer) {
    var faults = new ArrayList<Refusal>();
    var plain = CaseDesk.plain(said.said());
    if (plain.isEmpty()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", pointer + "/said")));
    } else if (plain.length() > MOST_SAID) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer + "/said", "most", MOST_SAID, "length", plain.length())));
    }
    if (!said.dueAt().isAfter(now) || said.dueAt().isAfter(now.plus(FAR))) {
      faults.add(Refusal.of("reception.promise-time", Map.of("pointer", pointer + "/dueAt", "at", when(said.dueAt()), "most",
          FAR.toDays())));
    }
    return faults;
  }

  /** It was done as promised; after its time it is kept late. */
  public void keep(@Nullable String key, UUID id, @Nullable String words) {
    keep(key, id, words, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void keep(@Nullable String key, UUID id, @Nullable String words, By by) {
    transactions.here(() -> ledger.once(key, "promise.keep", Done.class, () -> {
      var promise = store.lock(id).orElseThrow(Problems::absent);
      var appeal = desk.hold(promise.appeal());
      return kept(promise, appeal, CaseDesk.checked(CaseDesk.plain(words), "/words"), by);
    }));
  }

  private Done kept(Promise promise, Appeal appeal, String words, By by) {
    var now = desk.now();
    // The job may not have come by yet: a promise does not become punctual because nobody has looked.
    var from = promise.state() == PromiseState.OPEN && now.isAfter(promise.dueAt()) ? broken(promise, appeal, now) : promise.state();
    var next = PromiseState.GRAPH.move(from, Act.KEEP).orRefuse();
    store.end(promise.id(), next, now, words, null);
    var said = when(promise.dueAt()) + " " + promise.said() + (words.isEmpty() ? "" : "：" + words);
    desk.note(appeal, next == PromiseState.KEPT ? "PROMISE_KEPT" : "PROMISE_KEPT_LATE", appeal.state(), Note.of(by, said), now);
    return new Done(promise.id());
  }

  /** Another time is agreed before this one comes. */
  public UUID move(@Nullable String key, UUID id, Instant dueAt, String reason) {
    return transactions.here(() -> ledger.once(key, "promise.move", Done.class, () -> {
      var promise = store.lock(id).orElseThrow(Problems::absent);
      var appeal = desk.hold(promise.appeal());
      var now = desk.now();
      var from = promise.state() == PromiseState.OPEN && now.isAfter(promise.dueAt()) ? PromiseState.BROKEN : promise.state();
      var next = PromiseState.GRAPH.move(from, Act.MOVE).orRefuse();
      var words = CaseDesk.needed(reason, "/reason");
      var said = new Said(promise.said(), dueAt);
      Refused.ifAny(faults(said, now, ""));
      desk.note(appeal, "PROMISE_MOVED", appeal.state(), Note.of(By.me(), when(promise.dueAt()) + " → " + when(dueAt) + "：" + words), now);
      var instead = written(appeal, promise.point(), said, By.me());
      store.end(id, next, now, words, instead.id());
      return new Done(instead.id());
    })).id();
  }

  /** Reminds of what is due soon, and breaks what has gone by; done twice it does nothing twice. */
  void watch() {
    transactions.run(SystemScope.of(TASK), this::warn);
    for (var late : transactions.as(SystemScope.of(TASK), () -> store.overdue(desk.now(), MOST))) {
      transactions.run(SystemScope.of(TASK), () -> store.lock(late).filter(one -> one.state() == PromiseState.OPEN)
          .ifPresent(one -> appeals.lock(one.appeal()).ifPresent(appeal -> {
            broken(one, appeal, desk.now());
            tell.broken(one, appeal);
          })));
    }
  }

  private void warn() {
    var now = desk.now();
    var due = store.toWarn(now.plus(WARNED), MOST).stream().filter(one -> one.dueAt().isAfter(now)).toList();
    if (!due.isEmpty()) {
      store.warned(due.stream().map(Promise::id).toList(), now);
      due.forEach(one -> appeals.find(one.appeal()).ifPresent(appeal -> tell.soon(one, appeal)));
    }
  }

  private PromiseState broken(Promise promise, Appeal appeal, Instant now) {
    var next = PromiseState.GRAPH.move(promise.state(), Act.BREAK).orRefuse();
    store.end(promise.id(), next, now, "", null);
    var by = new By(SystemScope.of(TASK).principal(), "承诺登记");
    desk.note(appeal, "PROMISE_BROKEN", appeal.state(), Note.inside(by, when(promise.dueAt()) + " " + promise.said()), now);
    return next;
  }
}
