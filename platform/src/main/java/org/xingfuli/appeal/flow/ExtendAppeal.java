package org.xingfuli.appeal.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.CaseDesk.Note;
import org.xingfuli.appeal.model.AppealState.Act;
import org.xingfuli.appeal.store.SideStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.RequestLedger;

/** The lead unit asks for more time before the time is over; somebody else grants it or does not. */
@Component
public class ExtendAppeal {

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final CaseDesk desk;
  private final SideStore side;
  private final AppealClocks clocks;

  ExtendAppeal(Transactions transactions, RequestLedger ledger, CaseDesk desk, SideStore side, AppealClocks clocks) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.desk = desk;
    this.side = side;
    this.clocks = clocks;
  }

  /** @param days in the unit of the limit, at most what its rule allows */
  public void ask(@Nullable String key, UUID id, int days, String reason) {
    transactions.here(() -> ledger.once(key, "appeal.extension-ask", Done.class, () -> {
      var appeal = desk.holdAsLead(id);
      var next = CaseDesk.move(appeal, Act.ASK_EXTENSION);
      var words = CaseDesk.needed(reason, "/reason");
      if (side.openExtension(id).isPresent()) {
        throw new Refused(Refusal.of("appeal.extension-open"));
      }
      var now = desk.now();
      clocks.mayExtend(appeal, days, now);
      side.askExtension(appeal, By.me().id(), now, words, days);
      desk.note(appeal, Act.ASK_EXTENSION, next, Note.inside(By.me(), words).with(Map.of("days", days)), now);
      return new Done(id);
    }));
  }

  /** What was asked in time is granted also after the time was over; nobody decides what they asked for themselves. */
  public void decide(@Nullable String key, UUID id, boolean grant, @Nullable String words) {
    transactions.here(() -> ledger.once(key, "appeal.extension-decide", Done.class, () -> {
      var appeal = desk.hold(id);
      var act = grant ? Act.GRANT_EXTENSION : Act.REFUSE_EXTENSION;
      var next = CaseDesk.move(appeal, act);
      var asked = side.openExtension(id).orElseThrow(() -> new Refused(Refusal.of("appeal.no-extension")));
      var by = By.me();
      if (asked.askedBy().equals(by.id())) {
        throw new Refused(Refusal.of("appeal.own-extension"));
      }
      var said = grant ? CaseDesk.checked(CaseDesk.plain(words), "/words") : CaseDesk.needed(words, "/words");
      var now = desk.now();
      if (grant) {
        clocks.extend(appeal, asked.days(), asked.askedAt(), by.id(), now);
      }
      side.decide(asked.id(), by.id(), now, grant);
      desk.note(appeal, act, next, (grant ? Note.of(by, said) : Note.inside(by, said)).with(Map.of("days", asked.days())), now);
      return new Done(id);
    }));
  }
}
