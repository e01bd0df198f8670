package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.AppealReplied;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/**
 * The lead unit answers, by a person who signs, with the outcome and what proves it. Those merged into the appeal are answered
 * with it, each in its own right, and each is called back by itself.
 */
@Component
public class ReplyToAppeal {

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  /** Channels on which a complainant is spoken to in person. */
  private static final Set<Channel> SPOKEN = EnumSet.of(Channel.RECEPTION, Channel.VISIT, Channel.PHONE);

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final ReplyStore replies;
  private final AppealClocks clocks;
  private final Evidence evidence;
  private final ApplicationEventPublisher events;

  ReplyToAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store, ReplyStore replies,
      AppealClocks clocks, Evidence evidence, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.replies = replies;
    this.clocks = clocks;
    this.evidence = evidence;
    this.events = events;
  }

  /**
   * An answer.
   *
   * @param own further words for single members of the merge, by their ids
   * @param each words for single members instead of the common ones, by their ids
   */
  public record Answer(String words, Outcome outcome, List<Proof> proofs, Map<UUID, String> own, Map<UUID, String> each) {

    public Answer(String words, Outcome outcome, List<Proof> proofs, Map<UUID, String> own) {
      this(words, outcome, proofs, own, Map.of());
    }
  }

  /** What would be refused if the current person sent it now, in the running transaction; nothing is written. */
  public List<Refusal> faultsOf(Appeal appeal, Answer answer) {
    if (!desk.leads(appeal)) {
      return List.of(Refusal.of("appeal.not-lead", Map.of("number", appeal.number())));
    }
    try {
      CaseDesk.move(appeal, Act.REPLY);
    } catch (Refused refused) {
      return refused.refusals();
    }
    return faults(appeal, answer);
  }

  public void reply(@Nullable String key, UUID id, Answer answer) {
    if (CurrentScope.get().token() != null) {
      throw new Refused(Refusal.of("appeal.reply-by-person"));
    }
    reply(key, id, answer, By.me());
  }

  /** The same, signed by somebody else: the demo plays its people. */
  public void reply(@Nullable String key, UUID id, Answer answer, By by) {
    transactions.here(() -> ledger.once(key, "appeal.reply", Done.class, () -> replied(desk.holdAsLead(id), answer, by, desk.now())));
  }

  private Done replied(Appeal appeal, Answer answer, By by, Instant now) {
    CaseDesk.move(appeal, Act.REPLY);
    var members = store.lockMembers(appeal.id());
    Refused.ifAny(faults(appeal, answer));
    answered(appeal, CaseDesk.plain(answer.words()), answer, by, now, false);
    for (var member : members) {
      var common = CaseDesk.plain(answer.each().getOrDefault(member.id(), answer.words()));
      var own = CaseDesk.plain(answer.own().get(member.id()));
      answered(member, own.isEmpty() ? common : common + "\n" + own, answer, by, now, true);
    }
    return new Done(appeal.id());
  }

  private List<Refusal> faults(Appeal appeal, Answer answer) {
    var faults = new ArrayList<Refusal>();
    if (CaseDesk.plain(answer.words()).isEmpty()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", "/words")));
    }
    if (answer.proofs().isEmpty()) {
      faults.add(Refusal.of("appeal.no-proof", Map.of("pointer", "/proofs")));
    } else if (answer.outcome().seen() && answer.proofs().stream().allMatch(proof -> proof.kind() == Proof.Kind.PAPER)) {
      faults.add(Refusal.of("appeal.proof-not-seen", Map.of("pointer", "/proofs", "outcome", answer.outcome().words().zh())));
    }
    for (int at = 0; at < answer.proofs().size(); at++) {
      fault(faults, appeal, answer.proofs().get(at), "/proofs/" + at);
    }
    return faults;
  }

  private void fault(List<Refusal> faults, Appeal appeal, Proof proof, String pointer) {
    var estate = appeal.estate();
    var target = proof.target();
    switch (proof.kind()) {
      case EVIDENCE -> {
        if (estate == null) {
          faults.add(Refusal.of("appeal.place-first", Map.of("pointer", pointer)));
        } else if (target == null || !evidence.allUsable(estate, List.of(target))) {
          faults.add(Refusal.of("evidence.not-usable", Map.of("pointer", pointer)));
        }
      }
      case ACTIVITY -> {
        if (target == null) {
          faults.add(Refusal.of("validation.missing", Map.of("pointer", pointer)));
        }
      }
      case PAPER -> missing(faults, proof, pointer);
      case OWN_WORD -> {
        missing(faults, proof, pointer);
        if (!SPOKEN.contains(appeal.channel()) && appeal.kind() != AppealKind.CONSULTATION) {
          faults.add(Refusal.of("appeal.not-in-person", Map.of("pointer", pointer)));
        }
      }
    }
  }

  private static void missing(List<Refusal> faults, Proof proof, String pointer) {
    if (CaseDesk.plain(proof.words()).isEmpty()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", pointer + "/words")));
    }
  }

  private void answered(Appeal appeal, String words, Answer answer, By by, Instant now, boolean withLead) {
    var next = CaseDesk.move(appeal, Act.REPLY);
    var reply = replies.insert(appeal, words, answer.outcome(), answer.proofs(), by, now, withLead);
    var estate = appeal.estate();
    var items = answer.proofs().stream().filter(proof -> proof.kind() == Proof.Kind.EVIDENCE)
        .flatMap(proof -> Stream.ofNullable(proof.target())).toList();
    if (estate != null && !items.isEmpty()) {
      evidence.refer(evidence.usable(estate, items), estate, "appeal-reply", reply);
    }
    store.change(appeal.id()).set("state", next).set("replied_at", now).set("outcome", answer.outcome()).write();
    clocks.stopAll(appeal, now);
    clocks.start(appeal, Step.CALL_BACK, now);
    desk.note(appeal, Act.REPLY, next, Note.of(by, words).about(appeal.lead()).with(Map.of("outcome", answer.outcome().name())), now);
    events.publishEvent(new AppealReplied(UuidV7.create(), appeal.id(), estate));
  }
}
