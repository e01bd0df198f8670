package org.xingfuli.appeal.flow;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ComplainantStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.identity.RevealReason;
import org.xingfuli.identity.Reveals;
import org.xingfuli.identity.Role;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problems;

/**
 * Somebody sees in clear who appealed; the look and its reason go on record with it. Of a confidential appeal only the clerk of
 * appeals sees it, whoever handles it (GB/T 33358: identity is kept secret on request).
 */
@Component
public class RevealComplainant {

  private final Transactions transactions;
  private final AppealStore store;
  private final ComplainantStore complainants;
  private final CaseDesk desk;
  private final People people;
  private final Reveals reveals;

  RevealComplainant(Transactions transactions, AppealStore store, ComplainantStore complainants, CaseDesk desk, People people,
      Reveals reveals) {
    this.transactions = transactions;
    this.store = store;
    this.complainants = complainants;
    this.desk = desk;
    this.people = people;
    this.reveals = reveals;
  }

  /** The complainant in clear, and how long it may be shown. */
  public record Seen(Complainant complainant, Reveals.Granted granted) {}

  public Seen reveal(UUID id, RevealReason usual, String reason) {
    return transactions.here(() -> {
      var appeal = desk.read(id);
      var who = complainants.find(id).orElseThrow(Problems::absent);
      if (appeal.confidential() && !people.offices(CurrentScope.get().principal()).contains(Role.APPEAL_CLERK)) {
        throw new Refused(Refusal.of("appeal.confidential", Map.of("number", appeal.number())));
      }
      return new Seen(who, reveals.note(new Reveals.Subject("appeal", id, appeal.area(), appeal.number(),
          Set.of("door", "name", "phone")), usual, reason));
    });
  }
}
