package org.xingfuli.appeal.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Appeals about one matter are handled together, and an appeal about several is taken apart. Nobody's appeal disappears: each keeps
 * its number, its clock, its reply and its call-back.
 */
@Component
public class MergeAppeals {

  private static final int MOST = 200;

  /** What the request ledger remembers. */
  record Done(UUID id, List<UUID> others) {}

  /** A part of an appeal that becomes one of its own. */
  public record Part(String title, String words, @Nullable String classCode) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final AppealStore store;
  private final ComplainantStore complainants;
  private final AppealClocks clocks;
  private final TakeIn takeIn;

  MergeAppeals(Transactions transactions, RequestLedger ledger, CaseDesk desk, AppealStore store,
      ComplainantStore complainants, AppealClocks clocks, TakeIn takeIn) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.store = store;
    this.complainants = complainants;
    this.clocks = clocks;
    this.takeIn = takeIn;
  }

  /** Handles the others together with the lead; those merged into one of the others come along. */
  public void merge(@Nullable String key, UUID lead, List<UUID> others, @Nullable String words) {
    transactions.here(() -> ledger.once(key, "appeal.merge", Done.class, () -> {
      var wanted = new LinkedHashSet<>(others);
      wanted.remove(lead);
      if (wanted.isEmpty() || wanted.size() > MOST) {
        throw new Refused(Refusal.of("appeal.merge-size", Map.of("pointer", "/others", "most", MOST)));
      }
      var all = new ArrayList<>(wanted);
      all.add(lead);
      var held = store.lock(all).stream().filter(desk.reader()).collect(Collectors.toMap(Appeal::id, one -> one));
      if (held.size() < all.size()) {
        throw Problems.absent();
      }
      var main = held.get(lead);
      if (main == null || main.state() == AppealState.MERGED || main.state() == AppealState.REPLIED || !main.state().open()) {
        throw new Refused(Refusal.of("appeal.merge-lead", Map.of("pointer", "/lead")));
      }
      var said = CaseDesk.checked(CaseDesk.plain(words), "/words");
      wanted.stream().map(held::get).filter(Objects::nonNull).forEach(other -> merge(main, other, said));
      return new Done(lead, List.copyOf(wanted));
    }));
  }

  private void merge(Appeal lead, Appeal other, String words) {
    var next = CaseDesk.move(other, Act.MERGE);
    var now = desk.now();
    store.change(other.id()).set("state", next).set("merged_into", lead.id()).set("lead_id", lead.lead()).write();
    clocks.stop(other, Step.ACCEPT, now);
    clocks.stop(other, Step.DISPATCH, now);
    clocks.stop(other, Step.RETURN, now);
    desk.note(other, Act.MERGE, next, Note.inside(By.me(), words).with(Map.of("into", lead.number())), now);
    desk.note(lead, "TAKE_MEMBER", lead.state(), Note.inside(By.me(), words).with(Map.of("member", other.number())), now);
    for (var member : store.lockMembers(other.id())) {
      store.change(member.id()).set("merged_into", lead.id()).write();
      desk.note(member, "MOVE_MEMBER", member.state(), Note.inside(By.me(), "").with(Map.of("into", lead.number())), now);
    }
  }

  /** The appeal was about something else after all; it waits to be dispatched by itself. */
  public void separate(@Nullable String key, UUID id, @Nullable String words) {
    transactions.here(() -> ledger.once(key, "appeal.separate", Done.class, () -> {
      var appeal = desk.hold(id);
      var next = CaseDesk.move(appeal, Act.SEPARATE);
      var now = desk.now();
      store.change(id).set("state", next).set("merged_into", null).set("lead_id", null).write();
      clocks.start(appeal, Step.DISPATCH, now);
      desk.note(appeal, Act.SEPARATE, next, Note.inside(By.me(), CaseDesk.checked(CaseDesk.plain(words), "/words")), now);
      return new Done(id, List.of());
    }));
  }

  /** Makes appeals of the parts of one; they are the same complainant's, came when it came, and it stays with the rest. */
  public List<UUID> split(@Nullable String key, UUID id, List<Part> parts) {
    return transactions.here(() -> ledger.once(key, "appeal.split", Done.class, () -> {
      var appeal = desk.hold(id);
      if (!appeal.state().open() || appeal.state() == AppealState.REPLIED || appeal.state() == AppealState.MERGED) {
        throw new Refused(Refusal.of("appeal.split-state", Map.of("state", appeal.state().words().zh())));
      }
      if (parts.isEmpty() || parts.size() > 10) {
        throw new Refused(Refusal.of("appeal.split-size", Map.of("pointer", "/parts", "most", 10)));
      }
      var who = complainants.find(id).orElse(Complainant.ANONYMOUS);
      var by = By.me();
      var taken = takeIn.write(parts.stream().map(part -> new TakeIn.Asked(new NewAppeal(appeal.channel(), null, appeal.kind(),
          appeal.urgency(), part.title(), CaseDesk.needed(part.words(), "/parts"), part.classCode(), appeal.confidential(),
          appeal.where(), who, appeal.saidAt()), "", CurrentScope.get(), by, null, id, appeal.receivedAt())).toList());
      desk.note(appeal, "SPLIT", appeal.state(), Note.inside(by, "").with(Map.of("parts",
          taken.stream().map(Received::number).toList())), desk.now());
      return new Done(id, taken.stream().map(Received::id).toList());
    })).others();
  }
}
