package org.xingfuli.appeal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.SavedView;
import org.xingfuli.appeal.store.SavedViewStore;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.RequestLedger;

/** People keep views of the inbox, for themselves or for their whole organisation. A view opens nothing: it only asks. */
@Component
public class KeepViews {

  private static final int MOST = 30;
  private static final int MOST_NAME = 30;
  private static final int MOST_WORDS = 100;

  /** What the request ledger remembers. */
  record Done(UUID id) {}

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final SavedViewStore store;
  private final People people;
  private final BusinessClock clock;

  KeepViews(Transactions transactions, RequestLedger ledger, SavedViewStore store, People people, BusinessClock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.store = store;
    this.people = people;
    this.clock = clock;
  }

  /** One's own, and after them what colleagues share. */
  public List<SavedView> all() {
    var me = me();
    var own = transactions.here(() -> store.of(me));
    var organisation = people.organisationOf(me).orElse(null);
    return organisation == null ? own : Stream.concat(own.stream(),
        transactions.as(SystemScope.of("appeal.shared-views"), () -> store.shared(organisation, me)).stream()).toList();
  }

  private static UUID me() {
    return CurrentScope.get().principal();
  }

  public UUID keep(@Nullable String key, String name, boolean shared, SavedView.Wanted wanted) {
    return transactions.here(() -> ledger.once(key, "appeal.keep-view", Done.class, () -> {
      Refused.ifAny(faults(name, wanted));
      var me = me();
      if (store.of(me).size() >= MOST) {
        throw new Refused(Refusal.of("appeal.views-many", Map.of("most", MOST)));
      }
      var view = of(new SavedView(UuidV7.create(), me, null, shared, name.strip(), wanted, 1));
      store.insert(view, clock.now());
      return new Done(view.id());
    })).id();
  }

  /** @param version that was seen */
  public void change(UUID id, int version, String name, boolean shared, SavedView.Wanted wanted) {
    transactions.here(() -> {
      var seen = store.find(id, me()).orElseThrow(Problems::absent);
      Refused.ifAny(faults(name, wanted));
      if (!store.change(of(new SavedView(id, seen.person(), null, shared, name.strip(), wanted, version)))) {
        throw new Refused(Refusal.of("common.disturbed"));
      }
    });
  }

  public void remove(UUID id) {
    transactions.here(() -> {
      var seen = store.find(id, me()).orElseThrow(Problems::absent);
      store.remove(seen.id(), seen.person());
    });
  }

  /** With the organisation it is shared with: somebody who works for none shares with nobody. */
  private SavedView of(SavedView view) {
    var organisation = view.shared() ? people.organisationOf(view.person()).orElse(null) : null;
    return new SavedView(view.id(), view.person(), organisation, organisation != null, view.name(), view.wanted(), view.version());
  }

  private static List<Refusal> faults(String name, SavedView.Wanted wanted) {
    var faults = new ArrayList<Refusal>();
    if (name.isBlank()) {
      faults.add(Refusal.of("appeal.words-missing", Map.of("pointer", "/name")));
    }
    tooLong(faults, name, "/name", MOST_NAME);
    var q = wanted.q();
    if (q != null) {
      tooLong(faults, q, "/wanted/q", MOST_WORDS);
    }
    var code = wanted.classCode();
    if (code != null && !Classes.known(code)) {
      faults.add(Refusal.of("appeal.no-such-class", Map.of("pointer", "/wanted/classCode", "class", code)));
    }
    return faults;
  }

  private static void tooLong(List<Refusal> faults, String text, String pointer, int most) {
    if (text.strip().length() > most) {
      faults.add(Refusal.of("appeal.too-long", Map.of("pointer", pointer, "most", most, "length", text.strip().length())));
    }
  }
}
