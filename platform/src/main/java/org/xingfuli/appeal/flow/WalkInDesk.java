package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.model.ReceptionPoint;
import org.xingfuli.appeal.model.WalkIn;
import org.xingfuli.appeal.model.WalkIn.Teller;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.appeal.store.WalkInStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.WorkCalendars;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;
import org.xingfuli.wire.StoredJson;

/**
 * Somebody comes to the table of a reception point. It becomes an appeal like any other, through the same act, with its photos,
 * the time that was promised and the answer that was given in one transaction: all of it or nothing.
 *
 * <p>An answer at the table takes no way of its own. The appeal is accepted, given to the community that keeps the point, signed
 * for, answered by a named person with the complainant's own word as proof, and closed by that word alone: five moves of the one
 * graph, each in the timeline. What may not be moved so (paused, already answered, another unit's) is refused as it is anywhere.
 */
@Component
public class WalkInDesk {

  private static final String OWN_WORD = "当面答复，诉求人在场";

  /** What the request ledger remembers of an answer. */
  record Done(UUID id) {}

  /**
   * What somebody came with.
   *
   * @param phone only if it is left
   * @param evidence photos uploaded before
   * @param today whether an answer was said to come before the door shuts
   * @param joins an open appeal about the same matter, with which it is handled; each gets its own reply
   */
  public record Brought(Teller teller, AppealKind kind, @Nullable String title, String words, @Nullable String classCode, UUID building,
      @Nullable Integer stairwell, @Nullable String name, @Nullable String phone, @Nullable String door, boolean confidential,
      List<UUID> evidence, boolean today, Promises.@Nullable Said promise, @Nullable UUID joins, @Nullable Answer answer) {}

  /**
   * An answer given at the table.
   *
   * @param satisfied the complainant's word; null when not asked, so that somebody else calls back
   */
  public record Answer(String words, Outcome outcome, @Nullable Boolean satisfied) {}

  /** What the complainant takes home: the number, and the code that opens it. */
  public record Receipt(Appeal appeal, WalkIn walkIn, String code, boolean again) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ReceiveAppeal receive;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final MergeAppeals merge;
  private final Promises promises;
  private final ResidentDoor door;
  private final ReceptionStore points;
  private final WalkInStore store;
  private final AppealStore appeals;
  private final Organisations organisations;
  private final People people;
  private final Evidence evidence;
  private final WorkCalendars calendars;
  private final BusinessClock clock;

  WalkInDesk(Transactions transactions, RequestLedger ledger, ReceiveAppeal receive, DispatchAppeal dispatch, HandleAppeal handle,
      ReplyToAppeal reply, CallBackAppeal callBack, MergeAppeals merge, Promises promises, ResidentDoor door, ReceptionStore points,
      WalkInStore store, AppealStore appeals, Organisations organisations, People people, Evidence evidence, WorkCalendars calendars,
      BusinessClock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.receive = receive;
    this.dispatch = dispatch;
    this.handle = handle;
    this.reply = reply;
    this.callBack = callBack;
    this.merge = merge;
    this.promises = promises;
    this.door = door;
    this.points = points;
    this.store = store;
    this.appeals = appeals;
    this.organisations = organisations;
    this.people = people;
    this.evidence = evidence;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Takes it down; sent again under its key it is the same appeal and the same receipt. */
  public Receipt register(@Nullable String key, UUID pointId, Brought brought) {
    if (brought.answer() != null && brought.joins() != null) {
      throw new Refused(Refusal.of("reception.join-or-answer", Map.of("pointer", "/joins")));
    }
    var sent = key == null ? UUID.randomUUID().toString() : key;
    return transactions.here(() -> {
      var point = points.find(pointId).orElseThrow(Problems::absent);
      var now = clock.now();
      if (!point.activeOn(now.atZone(BusinessClock.ZONE).toLocalDate())) {
        throw new Refused(Refusal.of("reception.not-active", Map.of("pointer", "/point", "name", point.name())));
      }
      var received = receive.atTheTable(sent, said(point, brought, now), StoredJson.write(Arrays.asList(pointId, brought.teller(),
          brought.evidence(), brought.today(), brought.promise(), brought.joins(), brought.answer())));
      if (!received.again()) {
        besides(appeals.find(received.id()).orElseThrow(), point, brought, now);
      }
      var appeal = appeals.find(received.id()).orElseThrow();
      var code = door.receiptCode(appeal, sent);
      return new Receipt(appeal, store.find(appeal.id()).orElseThrow(Problems::absent), code, received.again());
    });
  }

  private static NewAppeal said(ReceptionPoint point, Brought brought, Instant now) {
    var name = CaseDesk.plain(brought.name());
    var phone = CaseDesk.plain(brought.phone());
    var who = name.isEmpty() && phone.isEmpty() ? Complainant.ANONYMOUS : new Complainant(Complainant.Kind.RESIDENT,
        name.isEmpty() ? null : name, phone.isEmpty() ? null : phone, brought.door(),
        phone.isEmpty() ? Complainant.ReplyBy.PAGE : Complainant.ReplyBy.PHONE, now);
    return new NewAppeal(Channel.RECEPTION, null, brought.kind(), null, brought.title(), brought.words(), brought.classCode(),
        brought.confidential(), new NewAppeal.Where(point.area(), point.estate(), brought.building(), null, brought.stairwell(), null,
            null, null), who, null);
  }

  private void besides(Appeal appeal, ReceptionPoint point, Brought brought, Instant now) {
    var answer = brought.answer();
    store.insert(new WalkIn(appeal.id(), point.id(), now, brought.teller(), answer != null,
        answer == null && brought.today() ? answerBy(point, now).orElse(null) : null), appeal);
    if (!brought.evidence().isEmpty()) {
      evidence.refer(brought.evidence(), point.estate(), "appeal", appeal.id());
    }
    var promise = brought.promise();
    if (promise != null) {
      promises.make(appeal, point.id(), promise, By.me());
    }
    var joins = brought.joins();
    if (joins != null) {
      merge.merge(null, joins, List.of(appeal.id()), "接待点登记，同一件事");
    }
    if (answer != null) {
      answered(appeal.id(), point, answer);
    }
  }

  /** When "today" ends: as the door shuts, and after that when it shuts on the next day it is open. */
  public Optional<Instant> answerBy(ReceptionPoint point, Instant now) {
    return point.hours().next(now.atZone(BusinessClock.ZONE), calendars.current())
        .map(open -> open.date().atTime(open.closes()).atZone(BusinessClock.ZONE).toInstant());
  }

  /** Answers somebody who came, at the table or when they come by again. */
  public void answer(@Nullable String key, UUID pointId, UUID appeal, Answer answer) {
    transactions.here(() -> ledger.once(key, "reception.answer", Done.class, () -> {
      var point = points.find(pointId).orElseThrow(Problems::absent);
      if (store.find(appeal).filter(one -> one.point().equals(pointId)).isEmpty()) {
        throw Problems.absent();
      }
      answered(appeal, point, answer);
      return new Done(appeal);
    }));
  }

  /** Brings it from where it is to its reply, move by move. */
  private void answered(UUID id, ReceptionPoint point, Answer answer) {
    mayHandle();
    var state = state(id);
    if (state == AppealState.RECEIVED) {
      dispatch.accept(null, id);
      state = state(id);
    }
    if (state == AppealState.ACCEPTED || state == AppealState.REOPENED) {
      dispatch.dispatch(null, id, community(point), null);
      state = state(id);
    }
    if (state == AppealState.DISPATCHED) {
      handle.handle(null, id);
    }
    reply.reply(null, id, new ReplyToAppeal.Answer(answer.words(), answer.outcome(),
        List.of(new Proof(Proof.Kind.OWN_WORD, null, OWN_WORD)), Map.of()));
    var satisfied = answer.satisfied();
    if (satisfied != null) {
      callBack.callBack(null, id, new CallBackAppeal.Said(satisfied ? Result.SATISFIED : Result.UNSATISFIED, null, "本人当面表示"));
    }
  }

  private AppealState state(UUID id) {
    return appeals.find(id).orElseThrow(Problems::absent).state();
  }

  /** Registering is one right and answering another: who may only register does not answer along with it. */
  private void mayHandle() {
    boolean may = people.offices(CurrentScope.get().principal()).stream()
        .anyMatch(role -> role.permissions().contains(Permission.APPEAL_HANDLE));
    if (!may) {
      throw new Refused(Refusal.of("reception.may-not-answer", Map.of("pointer", "/answer")));
    }
  }

  private UUID community(ReceptionPoint point) {
    return organisations.byArea(point.area()).orElseThrow(() -> new Refused(Refusal.of("reception.no-community",
        Map.of("pointer", "/answer", "name", point.name())))).id();
  }
}
