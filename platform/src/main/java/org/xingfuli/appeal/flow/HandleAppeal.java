package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.By;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.RequestLedger;

/** The lead unit signs for an appeal, tells how it goes, asks others to help, and lets the clock stand for a lawful reason. */
@Component
public class HandleAppeal {

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final SideStore side;
  private final AppealClocks clocks;
  private final TimeLimitStore limits;
  private final Organisations organisations;
  private final People people;
  private final Evidence evidence;

  HandleAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store, SideStore side,
      AppealClocks clocks, TimeLimitStore limits, Organisations organisations, People people, Evidence evidence) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.side = side;
    this.clocks = clocks;
    this.limits = limits;
    this.organisations = organisations;
    this.people = people;
    this.evidence = evidence;
  }

  public void handle(@Nullable String key, UUID id) {
    handle(key, id, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void handle(@Nullable String key, UUID id, By by) {
    transactions.here(() -> ledger.once(key, "appeal.handle", Done.class, () -> handled(desk.holdAsLead(id), by)));
  }

  private Done handled(Appeal appeal, By by) {
    var next = CaseDesk.move(appeal, Act.HANDLE);
    var now = desk.now();
    store.change(appeal.id()).set("state", next).set("handler_id", by.id()).write();
    clocks.stop(appeal, Step.RETURN, now);
    desk.note(appeal, Act.HANDLE, next, Note.of(by, ""), now);
    return new Done(appeal.id());
  }

  /**
   * How it goes.
   *
   * @param visible whether the complainant reads it
   * @param items evidence uploaded before
   */
  public void progress(@Nullable String key, UUID id, String words, boolean visible, List<UUID> items) {
    progress(key, id, words, visible, items, By.me());
  }

  /** The same, done by somebody else: the demo plays its people. */
  public void progress(@Nullable String key, UUID id, String words, boolean visible, List<UUID> items, By by) {
    transactions.here(() -> ledger.once(key, "appeal.progress", Done.class, () -> {
      var appeal = desk.hold(id);
      var mine = people.organisationOf(CurrentScope.get().principal());
      boolean helps = mine.isPresent() && side.supports(id, List.of(mine.get()));
      if (!helps && !desk.leads(appeal)) {
        throw new Refused(Refusal.of("appeal.not-lead", Map.of("number", appeal.number())));
      }
      var next = CaseDesk.move(appeal, Act.PROGRESS);
      var said = CaseDesk.needed(words, "/words");
      refer(appeal, items);
      var now = desk.now();
      if (helps) {
        side.answer(id, mine.get(), said, now);
      }
      var note = visible ? Note.of(by, said) : Note.inside(by, said);
      desk.note(appeal, Act.PROGRESS, next, note.about(helps ? mine.get() : appeal.lead()), now);
      return new Done(id);
    }));
  }

  private void refer(Appeal appeal, List<UUID> items) {
    if (!items.isEmpty()) {
      var estate = appeal.estate();
      if (estate == null) {
        throw new Refused(Refusal.of("appeal.place-first", Map.of("pointer", "/evidence")));
      }
      evidence.refer(items, estate, "appeal", appeal.id());
    }
  }

  /** Asks units to help; the lead stays answerable. */
  public void cooperate(@Nullable String key, UUID id, List<UUID> units, String words) {
    transactions.here(() -> ledger.once(key, "appeal.cooperate", Done.class, () -> {
      var appeal = desk.holdAsLead(id);
      var next = CaseDesk.move(appeal, Act.COOPERATE);
      var said = CaseDesk.needed(words, "/words");
      if (units.isEmpty()) {
        throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/units")));
      }
      var now = desk.now();
      for (var unit : units) {
        if (organisations.find(unit).filter(found -> !found.closed()).isEmpty()) {
          throw new Refused(Refusal.of("appeal.no-such-unit", Map.of("pointer", "/units")));
        }
        side.ask(appeal, unit, said, now);
        desk.note(appeal, Act.COOPERATE, next, Note.of(By.me(), said).about(unit), now);
      }
      return new Done(id);
    }));
  }

  public void pause(@Nullable String key, UUID id, PauseReason reason, String words) {
    transactions.here(() -> ledger.once(key, "appeal.pause", Done.class, () -> {
      var appeal = desk.holdAsLead(id);
      var next = CaseDesk.move(appeal, Act.PAUSE);
      if (limits.pauseReasons().stream().noneMatch(row -> row.reason() == reason && row.allowed())) {
        throw new Refused(Refusal.of("appeal.pause-not-lawful", Map.of("pointer", "/reason", "reason", reason.words().zh())));
      }
      var said = CaseDesk.needed(words, "/words");
      var now = desk.now();
      clocks.pause(appeal, reason, now);
      store.change(id).set("state", next).write();
      desk.note(appeal, Act.PAUSE, next, Note.of(By.me(), reason.words().zh() + "：" + said), now);
      return new Done(id);
    }));
  }

  public void resume(@Nullable String key, UUID id, @Nullable String words) {
    transactions.here(() -> ledger.once(key, "appeal.resume", Done.class, () -> {
      var appeal = desk.holdAsLead(id);
      var next = CaseDesk.move(appeal, Act.RESUME);
      var now = desk.now();
      clocks.resume(appeal, now);
      store.change(id).set("state", next).write();
      desk.note(appeal, Act.RESUME, next, Note.of(By.me(), CaseDesk.checked(CaseDesk.plain(words), "/words")), now);
      return new Done(id);
    }));
  }
}
