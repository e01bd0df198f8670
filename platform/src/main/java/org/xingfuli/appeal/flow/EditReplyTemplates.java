package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.access.Permission;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.ReplyTemplate;
import org.xingfuli.appeal.store.ReplyTemplateStore;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.By;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/**
 * Reply templates are made, changed in a new version, and put away. Whoever answers appeals keeps those of the own organisation;
 * whoever keeps the rules of appeals keeps those for all.
 */
@Component
public class EditReplyTemplates {

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  /** A template as somebody wants it. */
  public record Wanted(String name, String words, Outcome outcome) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final ReplyTemplateStore store;
  private final People people;
  private final BusinessClock clock;
  private final Audit audit;

  EditReplyTemplates(Transactions transactions, RequestLedger ledger, ReplyTemplateStore store, People people, BusinessClock clock,
      Audit audit) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.people = people;
    this.clock = clock;
    this.audit = audit;
  }

  /** Those the current person may use, in the running transaction. */
  public List<ReplyTemplate> usable() {
    return store.usable(mine());
  }

  /** One of them, or nothing at all; another organisation's is answered as one that is none. */
  public ReplyTemplate usable(UUID id) {
    var mine = mine();
    return store.latest(id).filter(found -> found.organisation() == null || found.organisation().equals(mine)).orElseThrow(Problems::absent);
  }

  /** Whether the current person may change it. */
  public boolean mayEdit(ReplyTemplate template) {
    return may(template.organisation());
  }

  /** Whether the current person may make one for all, or for the own organisation. */
  public boolean mayMake(boolean forAll) {
    return may(forAll ? null : mine());
  }

  private boolean may(@Nullable UUID organisation) {
    var needed = organisation == null ? Permission.APPEAL_RULES : Permission.APPEAL_HANDLE;
    return (organisation == null || organisation.equals(mine()))
        && people.offices(CurrentScope.get().principal()).stream().anyMatch(role -> role.permissions().contains(needed));
  }

  private @Nullable UUID mine() {
    return people.organisationOf(CurrentScope.get().principal()).orElse(null);
  }

  /** @param forAll whether the whole district uses it, or the own organisation */
  public UUID make(@Nullable String key, boolean forAll, Wanted wanted) {
    return transactions.here(() -> ledger.once(key, "appeal.make-template", Done.class, () -> {
      Refused.ifAny(ReplyTemplate.faults(wanted.name(), wanted.words()));
      var organisation = forAll ? null : mine();
      if (!forAll && organisation == null || !may(organisation)) {
        throw new Refused(Refusal.of("appeal.template-not-yours"));
      }
      var made = new ReplyTemplate(UuidV7.create(), 1, organisation, wanted.name().strip(), wanted.words().strip(), wanted.outcome(), false,
          clock.now(), By.me());
      store.insert(made);
      audit.record("appeal.make-template", subject(made), Map.of("name", made.name(), "forAll", forAll));
      return new Done(made.id());
    })).id();
  }

  /**
   * Keeps the words as the version after the one that was seen.
   *
   * @throws Refused with everything wrong with them, or {@code appeal.template-changed} when somebody else was faster
   */
  public void change(UUID id, int version, Wanted wanted) {
    transactions.here(() -> {
      var seen = editable(id, version);
      Refused.ifAny(ReplyTemplate.faults(wanted.name(), wanted.words()));
      next(seen, new ReplyTemplate(id, version + 1, seen.organisation(), wanted.name().strip(), wanted.words().strip(), wanted.outcome(),
          false, clock.now(), By.me()), "appeal.change-template");
    });
  }

  /** It is offered no longer; what was answered with it stays as it is. */
  public void retire(UUID id, @Nullable Integer version) {
    transactions.here(() -> {
      var seen = editable(id, version);
      next(seen, new ReplyTemplate(id, seen.version() + 1, seen.organisation(), seen.name(), seen.words(), seen.outcome(), true, clock.now(),
          By.me()), "appeal.retire-template");
    });
  }

  private ReplyTemplate editable(UUID id, @Nullable Integer version) {
    var seen = usable(id);
    if (!may(seen.organisation())) {
      throw new Refused(Refusal.of("appeal.template-not-yours"));
    }
    if (version != null && seen.version() != version) {
      throw new Refused(Refusal.of("appeal.template-changed", Map.of("name", seen.name())));
    }
    return seen;
  }

  private void next(ReplyTemplate seen, ReplyTemplate next, String act) {
    if (!store.insert(next)) {
      throw new Refused(Refusal.of("appeal.template-changed", Map.of("name", seen.name())));
    }
    audit.record(act, subject(next), Map.of("name", next.name(), "version", next.version()));
  }

  private static Subject subject(ReplyTemplate template) {
    return new Subject("reply-template", template.id());
  }
}
