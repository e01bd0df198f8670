package org.xingfuli.appeal.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.RequestLedger;

/**
 * A clerk says what an appeal is: its class, its kind, how urgent it is, what it is linked to; and puts it under supervision. A
 * kind or an urgency that changes the limit stops the clock of the reply and starts another from the day it was received, in
 * sight of everybody who reads the timeline.
 */
@Component
public class CorrectAppeal {

  /** What an appeal may be about; the database names the same. */
  private static final Set<String> LINKS = Set.of("PROJECT", "ACTIVITY", "WORK", "OUTAGE", "HAZARD");

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  /** What is corrected; what is null stays. */
  public record Wanted(@Nullable String classCode, @Nullable AppealKind kind, @Nullable Urgency urgency,
      @Nullable Boolean confidential, @Nullable String title, NewAppeal.@Nullable Where where) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final SideStore side;
  private final AppealClocks clocks;
  private final FindPlace places;

  CorrectAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store, SideStore side,
      AppealClocks clocks, FindPlace places) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.side = side;
    this.clocks = clocks;
    this.places = places;
  }

  /** @param version that was seen; another one is refused, so that nobody overwrites what was not read */
  public void correct(@Nullable String key, UUID id, int version, Wanted wanted) {
    transactions.here(() -> ledger.once(key, "appeal.correct", Done.class, () -> {
      var appeal = desk.hold(id);
      if (appeal.version() != version) {
        throw new Refused(Refusal.of("appeal.stale", Map.of("number", appeal.number())));
      }
      if (!appeal.state().open()) {
        throw new Refused(Refusal.of("appeal.closed", Map.of("number", appeal.number())));
      }
      correct(appeal, wanted);
      return new Done(id);
    }));
  }

  private void correct(Appeal appeal, Wanted wanted) {
    var change = store.change(appeal.id());
    var facts = new LinkedHashMap<String, Object>();
    if (wanted.classCode() != null && !Classes.known(wanted.classCode())) {
      throw new Refused(Refusal.of("appeal.no-such-class", Map.of("pointer", "/classCode", "class", wanted.classCode())));
    }
    if (wanted.classCode() != null && !wanted.classCode().equals(appeal.classCode())) {
      change.set("class_code", wanted.classCode()).set("class_by", "PERSON");
      facts.put("class", (appeal.classCode() == null ? "" : appeal.classCode()) + " → " + wanted.classCode());
    }
    if (wanted.kind() != null && wanted.kind() != appeal.kind()) {
      change.set("kind", wanted.kind());
      facts.put("kind", appeal.kind() + " → " + wanted.kind());
    }
    if (wanted.urgency() != null && wanted.urgency() != appeal.urgency()) {
      change.set("urgency", wanted.urgency());
      facts.put("urgency", appeal.urgency() + " → " + wanted.urgency());
    }
    if (wanted.confidential() != null && wanted.confidential() != appeal.confidential()) {
      change.set("confidential", wanted.confidential());
      facts.put("confidential", wanted.confidential());
    }
    if (wanted.title() != null && !wanted.title().isBlank() && !wanted.title().strip().equals(appeal.title())) {
      change.set("title", CaseDesk.checked(CaseDesk.plain(wanted.title()), "/title"));
      facts.put("title", true);
    }
    var where = wanted.where() == null ? null : places.held(wanted.where());
    if (where != null && !where.equals(appeal.where())) {
      facts.put("place", appeal.area() + " → " + where.area());
    }
    if (facts.isEmpty()) {
      return;
    }
    change.write();
    var now = desk.now();
    if (appeal.repliedAt() == null && (facts.containsKey("kind") || facts.containsKey("urgency") || facts.containsKey("class"))) {
      clocks.again(store.find(appeal.id()).orElseThrow(), Step.REPLY, now);
    }
    desk.note(appeal, "CORRECT", appeal.state(), Note.inside(By.me(), "").with(facts), now);
    if (where != null && facts.containsKey("place")) {
      store.move(appeal.id(), where);
    }
  }

  /** Links an appeal to what it is about: a project, an activity, an item of works, an outage. */
  public void link(@Nullable String key, UUID id, String kind, UUID target, String words) {
    transactions.here(() -> ledger.once(key, "appeal.link", Done.class, () -> {
      var appeal = desk.hold(id);
      if (!LINKS.contains(kind)) {
        throw new Refused(Refusal.of("common.bad-parameter", Map.of("name", "kind", "value", kind, "pointer", "/kind")));
      }
      side.link(appeal, kind, target, CaseDesk.needed(words, "/words"), By.me().id(), desk.now());
      desk.note(appeal, "LINK", appeal.state(), Note.inside(By.me(), words).with(Map.of("kind", kind, "target", target)),
          desk.now());
      return new Done(id);
    }));
  }

  /** Takes a link away; one that is none changes nothing. */
  public void unlink(UUID id, UUID target) {
    transactions.here(() -> {
      var appeal = desk.hold(id);
      if (side.unlink(id, target)) {
        desk.note(appeal, "UNLINK", appeal.state(), Note.inside(By.me(), "").with(Map.of("target", target)),
            desk.now());
      }
    });
  }

  /** Somebody above calls upon who is responsible. */
  public void supervise(@Nullable String key, UUID id, String words) {
    transactions.here(() -> ledger.once(key, "appeal.supervise", Done.class, () -> {
      var appeal = desk.hold(id);
      var next = CaseDesk.move(appeal, Act.SUPERVISE);
      store.change(id).set("escalation", Math.min(3, appeal.escalation() + 1)).write();
      desk.note(appeal, Act.SUPERVISE, next, Note.inside(By.me(), CaseDesk.needed(words, "/words")), desk.now());
      return new Done(id);
    }));
  }
}
