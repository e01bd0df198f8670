package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.MenuChanged;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.WorkChange;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/** Somebody puts a quantity or a unit cost of the menu right, or marks a work as wanted or dropped; always with a reason. */
@Component
public class ChangeWork {

  /** More of anything, or more 元 a unit, is a slip of the hand. */
  static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

  private final Transactions transactions;
  private final EstateStore estates;
  private final WorkStore works;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  ChangeWork(Transactions transactions, EstateStore estates, WorkStore works, History history, Audit audit,
      ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.estates = estates;
    this.works = works;
    this.history = history;
    this.audit = audit;
    this.events = events;
  }

  /** One line to change, with the version the caller saw. */
  public record Wanted(String code, int seen, WorkChange change) {}

  /** Changes one work; null when the caller's scope has no such estate or its menu no such work. */
  public @Nullable WorkLine change(UUID estateId, Wanted wanted, Because because) {
    return transactions.<@Nullable WorkLine>here(() -> {
      var estate = estates.lock(estateId);
      if (estate.isEmpty() || works.line(estateId, wanted.code()).isEmpty()) {
        return null;
      }
      changeAll(estate.get(), List.of(wanted), because);
      return works.line(estateId, wanted.code()).orElseThrow();
    });
  }

  /**
   * Changes works of a locked estate, all or none.
   *
   * @return how many did change
   */
  int changeAll(Estate estate, List<Wanted> all, Because because) {
    var refusals = new ArrayList<Refusal>();
    int changed = 0;
    for (var wanted : all) {
      var was = works.line(estate.id(), wanted.code()).orElseThrow();
      if (was.version() != wanted.seen()) {
        refusals.add(Refusal.of("works.version-conflict",
            Map.of("name", was.name().zh(), "seen", wanted.seen(), "current", was.version())));
        continue;
      }
      faults(wanted.change(), refusals);
      if (!refusals.isEmpty()) {
        continue;
      }
      var now = applied(was, wanted.change(), because);
      if (!Fields.of(was).equals(Fields.of(now))) {
        because.given();
        works.update(now);
        history.changed(estate, "estate.work-change", about(estate, was), Fields.of(was), Fields.of(now), because);
        changed++;
      }
    }
    Refused.ifAny(refusals);
    if (changed > 0) {
      int version = works.countUp(estate.id());
      audit.record("estate.work-change", new Subject("estate", estate.id()),
          Map.of("works", all.stream().map(Wanted::code).toList(), "changed", changed));
      events.publishEvent(new MenuChanged(UuidV7.create(), estate.id(), version));
    }
    return changed;
  }

  static History.About about(Estate estate, WorkLine line) {
    return new History.About(Deed.Kind.WORK, line.id(), null, line.name().zh());
  }

  private static WorkLine applied(WorkLine was, WorkChange change, Because because) {
    var wanted = change.quantity();
    var quantity = change.asDerived() ? was.derived() : wanted == null ? was.quantity() : wanted;
    boolean corrected = change.asDerived() ? false
        : wanted == null ? was.corrected() : wanted.compareTo(was.derived()) != 0;
    var cost = change.unitCost();
    var mark = change.mark();
    return new WorkLine(was.id(), was.estateId(), was.code(), was.name(), was.workClass(), was.lane(), quantity,
        was.derived(), corrected, was.unit(), cost == null ? was.unitCost() : cost, was.costLow(), was.costHigh(),
        was.activities(), mark == null ? was.mark() : mark, because.reason() == null ? was.reason() : because.reason(),
        was.source(), was.unconfirmed(), was.version());
  }

  private static void faults(WorkChange change, List<Refusal> refusals) {
    number("/quantity", change.quantity(), refusals);
    number("/unitCost", change.unitCost(), refusals);
  }

  private static void number(String pointer, @Nullable BigDecimal value, List<Refusal> refusals) {
    if (value != null && (value.signum() < 0 || value.compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > 2)) {
      refusals.add(Refusal.of("estate.number-out-of-range", Map.of("pointer", pointer, "value", Fields.text(value))));
    }
  }
}
