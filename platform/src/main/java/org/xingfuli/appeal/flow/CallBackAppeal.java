package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealClosed;
import org.xingfuli.appeal.AppealReopened;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.RecheckStore;
import org.xingfuli.appeal.store.ReplyStore.CallBack;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/**
 * The complainant has the last word: satisfied, the appeal closes; not, it is open again under its number. Whoever signed the
 * reply does not ask. A re-check of closed appeals drawn at random may open them again too.
 */
@Component
public class CallBackAppeal {

  /** After so many calls on so many days nobody is waited for any longer; an assumption, and such appeals count as not asked. */
  private static final int CALLS = 3;
  private static final int DAYS = 2;

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  /**
   * What came of it.
   *
   * @param resolved whether the matter itself is settled; when absent, as satisfied
   */
  public record Said(Result result, @Nullable Boolean resolved, @Nullable String words) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final ReplyStore replies;
  private final RecheckStore rechecks;
  private final AppealClocks clocks;
  private final TellPeople tell;
  private final ApplicationEventPublisher events;

  CallBackAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store, ReplyStore replies,
      RecheckStore rechecks, AppealClocks clocks, TellPeople tell, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.replies = replies;
    this.rechecks = rechecks;
    this.clocks = clocks;
    this.tell = tell;
    this.events = events;
  }

  public void callBack(@Nullable String key, UUID id, Said said) {
    callBack(key, id, said, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void callBack(@Nullable String key, UUID id, Said said, By by) {
    transactions.here(() -> ledger.once(key, "appeal.call-back", Done.class, () -> {
      var appeal = desk.hold(id);
      var reply = replies.ofRound(id, appeal.round()).orElse(null);
      if (reply != null && reply.signedBy().equals(by.id()) && !answeredAtTheDesk(appeal)) {
        throw new Refused(Refusal.of("appeal.own-reply"));
      }
      return calledBack(appeal, said, by, false, desk.now());
    }));
  }

  /** Who is answered face to face says so at once; there is nobody else to ask. */
  private static boolean answeredAtTheDesk(Appeal appeal) {
    return appeal.channel() == Channel.RECEPTION;
  }

  Done calledBack(Appeal appeal, Said said, By by, boolean byComplainant, Instant now) {
    var act = switch (said.result()) {
      case SATISFIED -> Act.CALL_BACK_SATISFIED;
      case UNSATISFIED -> Act.CALL_BACK_UNSATISFIED;
      case UNREACHED -> Act.CALL_BACK_UNREACHED;
    };
    var next = CaseDesk.move(appeal, act);
    var words = CaseDesk.checked(CaseDesk.plain(said.words()), "/words");
    var resolved = said.result() == Result.UNREACHED ? null
        : said.resolved() == null ? Boolean.valueOf(said.result() == Result.SATISFIED) : said.resolved();
    replies.insert(appeal, new CallBack(UuidV7.create(), appeal.round(), now, said.result(), resolved, words, by.title(),
        byComplainant, false), by.id());
    switch (said.result()) {
      case SATISFIED -> close(appeal, act, next, resolved, Boolean.TRUE, Note.of(by, words), now);
      case UNSATISFIED -> reopen(appeal, act, next, resolved, Note.of(by, words), now);
      case UNREACHED -> desk.note(appeal, act, next, Note.inside(by, words), now);
    }
    return new Done(appeal.id());
  }

  /** Closes an appeal whose complainant was called often enough and not reached; it does not count as satisfied. */
  public void lapse(@Nullable String key, UUID id) {
    transactions.here(() -> ledger.once(key, "appeal.lapse", Done.class, () -> {
      var appeal = desk.hold(id);
      var next = CaseDesk.move(appeal, Act.LAPSE);
      var calls = replies.callBacks(id).stream()
          .filter(call -> call.round() == appeal.round() && call.result() == Result.UNREACHED).toList();
      long days = calls.stream().map(call -> call.at().atZone(BusinessClock.ZONE).toLocalDate()).distinct().count();
      if (calls.size() < CALLS || days < DAYS) {
        throw new Refused(Refusal.of("appeal.call-again",
            Map.of("calls", calls.size(), "days", days, "mostCalls", CALLS, "mostDays", DAYS)));
      }
      close(appeal, Act.LAPSE, next, null, null, Note.inside(By.me(), ""), desk.now());
      return new Done(id);
    }));
  }

  private void close(Appeal appeal, Act act, AppealState next, @Nullable Boolean resolved, @Nullable Boolean satisfied,
      Note note, Instant now) {
    if (replies.ofRound(appeal.id(), appeal.round()).filter(reply -> !replies.proofs(reply.id()).isEmpty()).isEmpty()) {
      throw new Refused(Refusal.of("appeal.closes-with-proof", Map.of("number", appeal.number())));
    }
    store.change(appeal.id()).set("state", next).set("closed_at", now).set("resolved", resolved).set("satisfied", satisfied).write();
    clocks.stopAll(appeal, now);
    desk.note(appeal, act, next, note, now);
    events.publishEvent(new AppealClosed(UuidV7.create(), appeal.id(), appeal.estate()));
  }

  /** The next round: the same number, a new clock, and the unit that had it answers for it first. */
  private void reopen(Appeal appeal, Act act, AppealState next, @Nullable Boolean resolved, Note note, Instant now) {
    clocks.stopAll(appeal, now);
    store.change(appeal.id()).set("state", next).set("round", appeal.round() + 1).set("replied_at", null).set("closed_at", null)
        .set("outcome", null).set("resolved", resolved).set("satisfied", Boolean.FALSE).set("merged_into", null).write();
    var again = new AppealClocks.Case(appeal.id(), appeal.round() + 1, appeal.kind(), appeal.urgency(), appeal.channel(),
        appeal.classCode(), now);
    clocks.start(appeal, again, Step.DISPATCH, now);
    clocks.start(appeal, again, Step.REPLY, now);
    desk.note(appeal, act, next, note, now);
    tell.reopened(appeal);
    events.publishEvent(new AppealReopened(UuidV7.create(), appeal.id(), appeal.estate()));
  }

  /** A closed appeal is looked at once more, by somebody who did not handle it. */
  public void recheck(@Nullable String key, UUID id, boolean stands, String words) {
    transactions.here(() -> ledger.once(key, "appeal.recheck", Done.class, () -> {
      var appeal = desk.hold(id);
      var by = By.me();
      if (by.id().equals(appeal.handler())) {
        throw new Refused(Refusal.of("appeal.own-reply"));
      }
      var said = CaseDesk.needed(words, "/words");
      var next = CaseDesk.move(appeal, Act.REOPEN);
      var now = desk.now();
      replies.insert(appeal, new CallBack(UuidV7.create(), appeal.round(), now, stands ? Result.SATISFIED : Result.UNSATISFIED,
          stands, said, by.title(), false, true), by.id());
      rechecks.done(id, stands, now);
      if (stands) {
        desk.note(appeal, "RECHECK", appeal.state(), Note.inside(by, said), now);
      } else {
        reopen(appeal, Act.REOPEN, next, Boolean.FALSE, Note.of(by, said), now);
      }
      return new Done(id);
    }));
  }

  /** The complainant says after closing that it is not settled. */
  void refuseClosed(Appeal appeal, @Nullable String words, By by, Instant now) {
    var next = CaseDesk.move(appeal, Act.REOPEN);
    var said = CaseDesk.checked(CaseDesk.plain(words), "/words");
    replies.insert(appeal, new CallBack(UuidV7.create(), appeal.round(), now, Result.UNSATISFIED, Boolean.FALSE, said, by.title(),
        true, false), by.id());
    reopen(appeal, Act.REOPEN, next, Boolean.FALSE, Note.of(by, said), now);
  }

  public void archive(@Nullable String key, UUID id) {
    archive(key, id, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void archive(@Nullable String key, UUID id, By by) {
    transactions.here(() -> ledger.once(key, "appeal.archive", Done.class, () -> {
      var appeal = desk.hold(id);
      var next = CaseDesk.move(appeal, Act.ARCHIVE);
      store.change(id).set("state", next).write();
      desk.note(appeal, Act.ARCHIVE, next, Note.inside(by, ""), desk.now());
      return new Done(id);
    }));
  }
}
