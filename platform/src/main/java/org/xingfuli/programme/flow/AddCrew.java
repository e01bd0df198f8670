package org.xingfuli.programme.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Crew;
import org.xingfuli.programme.model.CrewCheck;
import org.xingfuli.programme.model.TemplateCheck;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;
import org.xingfuli.wire.RequestLedger;

/** Adds a kind of crew to a programme, which activities may then ask for. */
@Component
public class AddCrew {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;

  AddCrew(Transactions transactions, RequestLedger ledger, Audit audit, ProgrammeStore programmes,
      TemplateStore templates) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.programmes = programmes;
    this.templates = templates;
  }

  /** Adds it behind the crew {@code after}; the first one when empty, the last when absent or unknown. */
  public void add(@Nullable String key, UUID programmeId, Crew crew, @Nullable String after) {
    transactions.here(() -> ledger.once(key, "programme.crew-add", String.class, () -> {
      Unknown.unless(programmes.hold(programmeId));
      var crews = templates.crews(programmeId);
      var with = new ArrayList<>(crews);
      with.add(crew);
      var faults = new ArrayList<>(CrewCheck.faults(crew));
      faults.addAll(TemplateCheck.faults(templates.activities(programmeId), with));
      Refused.ifAny(faults);
      templates.insertBehind(programmeId, place(crews, after), crew);
      audit.record("programme.crew-add", new Subject("programme", programmeId), Map.of(
          "crew", crew.code(), "name", crew.name().zh(), "capacity", crew.capacity(),
          "sharedWithin", crew.sharedWithin().name()));
      return crew.code();
    }));
  }

  private static int place(List<Crew> crews, @Nullable String after) {
    for (int at = 0; at < crews.size(); at++) {
      if (crews.get(at).code().equals(after)) {
        return at + 1;
      }
    }
    return after != null && after.isEmpty() ? 0 : crews.size();
  }
}
