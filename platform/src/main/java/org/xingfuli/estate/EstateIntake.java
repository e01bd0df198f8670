package org.xingfuli.estate;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.WriteEstates;
import org.xingfuli.exchange.estates.BuildingLine;
import org.xingfuli.exchange.estates.EstateLine;
import org.xingfuli.exchange.estates.Faults;
import org.xingfuli.exchange.estates.HouseholdLine;
import org.xingfuli.kernel.UuidV7;

/** Takes many estates at once from a set-up, such as the demo's; people use the import, which checks what they send. */
@Component
public class EstateIntake {

  private final Transactions transactions;
  private final WriteEstates writer;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  EstateIntake(Transactions transactions, WriteEstates writer, Audit audit, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.writer = writer;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Writes all of it in one transaction of the current scope.
   *
   * @throws IllegalArgumentException when the lines do not fit together
   */
  public void take(List<EstateLine> estates, List<BuildingLine> buildings, Iterable<HouseholdLine> households) {
    transactions.here(() -> {
      var writing = writer.begin();
      var faults = new Faults();
      writing.beforeHouseholds(estates, buildings, faults);
      households.forEach(writing::household);
      writing.finish(faults);
      if (!faults.none()) {
        throw new IllegalArgumentException(faults.listed().toString());
      }
      writing.registered().forEach((id, version) ->
          events.publishEvent(new EstateRegistered(UuidV7.create(), id, version)));
      writing.changed().forEach((id, version) -> events.publishEvent(new EstateChanged(UuidV7.create(), id, version)));
      audit.record("estate.intake", new Subject("estate", CurrentScope.get().principal()),
          Map.of("registered", writing.registered().size(), "changed", writing.changed().size()));
    });
  }
}
