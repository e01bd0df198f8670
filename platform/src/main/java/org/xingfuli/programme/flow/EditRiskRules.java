package org.xingfuli.programme.flow;

import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.RulesChanged;
import org.xingfuli.programme.model.RiskRules;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.RiskStore;

/** Edits what the risk of a year assumes; no date moves, the probabilities are simulated again. */
@Component
public class EditRiskRules {

  private final Transactions transactions;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final RiskStore risks;
  private final ApplicationEventPublisher events;

  EditRiskRules(Transactions transactions, Audit audit, ProgrammeStore programmes, RiskStore risks,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.risks = risks;
    this.events = events;
  }

  public RiskStore.Rules of(UUID programmeId) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(programmeId));
      return risks.rules(programmeId);
    });
  }

  public void edit(UUID programmeId, @Nullable Integer version, UnaryOperator<RiskRules> change) {
    transactions.here(() -> {
      var programme = programmes.hold(programmeId).orElseThrow(Unknown::row);
      var before = risks.rules(programmeId);
      var after = change.apply(before.rules());
      Refused.ifAny(after.faults());
      if (EditProgramme.seenAnother(version, before.version()) || !risks.update(programmeId, after, before.version())) {
        throw EditProgramme.stale(programme.name());
      }
      audit.record("programme.risk-rules-change", new Subject("programme", programmeId), Map.of(
          "name", programme.name(), "wetDays", after.wetDays().toString(), "pace", after.fastest() + "–" + after.slowest(),
          "atRiskBelow", after.atRiskBelow(), "target", after.target(), "confirmed", !after.unconfirmed(),
          "source", after.source(), "version", before.version() + 1));
      events.publishEvent(new RulesChanged(UuidV7.create(), programmeId));
    });
  }
}
