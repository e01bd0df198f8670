package org.xingfuli.appeal.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealDispatched;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** An appeal is accepted, given to a unit that answers for it, and given back by a unit whose business it is not. */
@Component
public class DispatchAppeal {

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final AppealClocks clocks;
  private final Organisations organisations;
  private final TellPeople tell;
  private final ApplicationEventPublisher events;

  DispatchAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store, AppealClocks clocks,
      Organisations organisations, TellPeople tell, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.clocks = clocks;
    this.organisations = organisations;
    this.tell = tell;
    this.events = events;
  }

  public void accept(@Nullable String key, UUID id) {
    accept(key, id, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void accept(@Nullable String key, UUID id, By by) {
    transactions.here(() -> ledger.once(key, "appeal.accept", Done.class, () -> accepted(desk.hold(id), by)));
  }

  private Done accepted(Appeal appeal, By by) {
    var next = CaseDesk.move(appeal, Act.ACCEPT);
    var now = desk.now();
    store.change(appeal.id()).set("state", next).write();
    clocks.stop(appeal, Step.ACCEPT, now);
    clocks.start(appeal, Step.DISPATCH, now);
    desk.note(appeal, Act.ACCEPT, next, Note.of(by, ""), now);
    return new Done(appeal.id());
  }

  /** @param unit that answers for it from now on */
  public void dispatch(@Nullable String key, UUID id, UUID unit, @Nullable String words) {
    dispatch(key, id, unit, words, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void dispatch(@Nullable String key, UUID id, UUID unit, @Nullable String words, By by) {
    transactions.here(() -> ledger.once(key, "appeal.dispatch", Done.class,
        () -> dispatched(desk.hold(id), unit, CaseDesk.checked(CaseDesk.plain(words), "/words"), by)));
  }

  private Done dispatched(Appeal appeal, UUID unit, String words, By by) {
    var next = CaseDesk.move(appeal, Act.DISPATCH);
    var lead = checked(appeal, unit);
    var now = desk.now();
    store.change(appeal.id()).set("state", next).set("lead_id", lead.id()).set("handler_id", null).write();
    clocks.stop(appeal, Step.DISPATCH, now);
    clocks.start(appeal, Step.RETURN, now);
    desk.note(appeal, Act.DISPATCH, next, Note.of(by, words).about(lead.id()), now);
    tell.dispatched(appeal, lead);
    events.publishEvent(new AppealDispatched(UuidV7.create(), appeal.id(), appeal.estate()));
    return new Done(appeal.id());
  }

  /** A unit that could not even see the appeal cannot answer for it. */
  private Organisation checked(Appeal appeal, UUID unit) {
    var lead = organisations.find(unit).filter(found -> !found.closed())
        .orElseThrow(() -> new Refused(Refusal.of("appeal.no-such-unit", Map.of("pointer", "/unit"))));
    var area = lead.area();
    if (area != null && !appeal.area().startsWith(area) && !area.startsWith(appeal.area())) {
      throw new Refused(Refusal.of("appeal.unit-elsewhere", Map.of("pointer", "/unit", "unit", lead.name())));
    }
    return lead;
  }

  /** The unit says whose business it is instead, as far as it knows. */
  public void giveBack(@Nullable String key, UUID id, String reason) {
    transactions.here(() -> ledger.once(key, "appeal.return", Done.class, () -> {
      var appeal = desk.holdAsLead(id);
      var next = CaseDesk.move(appeal, Act.RETURN);
      var words = CaseDesk.needed(reason, "/reason");
      var now = desk.now();
      store.change(id).set("state", next).set("lead_id", null).set("handler_id", null).write();
      clocks.stop(appeal, Step.RETURN, now);
      clocks.start(appeal, Step.DISPATCH, now);
      desk.note(appeal, Act.RETURN, next, Note.inside(By.me(), words).about(appeal.lead()), now);
      return new Done(id);
    }));
  }
}
