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
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;

/**
 * Edits the rules a programme is planned by, its name and its start. Plans already made keep the dates of their basis; only
 * what counts as at risk is asked anew everywhere.
 */
@Component
public class EditRules {

  private final Transactions transactions;
  private final Audit audit;
  private final ProgrammeStore programmes;
  private final ApplicationEventPublisher events;

  EditRules(Transactions transactions, Audit audit, ProgrammeStore programmes, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.audit = audit;
    this.programmes = programmes;
    this.events = events;
  }

  public void edit(UUID programmeId, @Nullable Integer version, UnaryOperator<Programme> change) {
    transactions.here(() -> {
      var before = programmes.hold(programmeId).orElseThrow(Unknown::row);
      var after = change.apply(before);
      Refused.ifAny(after.faults());
      if (EditProgramme.seenAnother(version, before.version()) || !programmes.update(after)) {
        throw EditProgramme.stale(before.name());
      }
      var rules = after.rules();
      audit.record("programme.rules-change", new Subject("programme", programmeId), Map.of(
          "name", after.name(), "starts", after.starts(), "office", rules.office().name(), "site", rules.site().name(),
          "atRiskDaysBefore", before.rules().atRiskDays(), "atRiskDaysAfter", rules.atRiskDays(),
          "rainStopsFrom", rules.rainStopsFrom(), "confirmed", !rules.unconfirmed(), "source", rules.source(), "version", before.version() + 1));
      events.publishEvent(new RulesChanged(UuidV7.create(), programmeId));
    });
  }
}
