package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.programme.model.Contract;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.RequestLedger;

/** Enters contracts, and what was valued and paid. Entries are only ever added; a wrong one is taken back by its negative. */
@Component
public class KeepLedger {

  private static final BigDecimal MOST = new BigDecimal("1000000000");

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final Audit audit;
  private final ProjectStore projects;
  private final BudgetStore budgets;
  private final CarryContracts carry;
  private final BusinessClock today;
  private final Clock system;

  KeepLedger(Transactions transactions, RequestLedger ledger, Audit audit, ProjectStore projects, BudgetStore budgets,
      CarryContracts carry, BusinessClock today, Clock system) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.audit = audit;
    this.projects = projects;
    this.budgets = budgets;
    this.carry = carry;
    this.today = today;
    this.system = system;
  }

  public UUID contract(
      @Nullable String key, UUID projectId, String number, String name, String party, LocalDate signedOn,
      BigDecimal amount) {
    return transactions.here(() -> ledger.once(key, "programme.contract", UUID.class, () -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      var faults = new ArrayList<Refusal>(outside(amount, false));
      if (signedOn.isAfter(today.today())) {
        faults.add(Refusal.of("programme.date-ahead", Map.of("date", signedOn, "pointer", "/signedOn")));
      }
      Refused.ifAny(faults);
      var contract = new Contract(UuidV7.create(), projectId, project.area(), number.strip(), name.strip(),
          party.strip(), signedOn, amount, false, BigDecimal.ZERO, system.instant(), CurrentScope.get().actor());
      if (!budgets.insert(contract)) {
        throw new Refused(Refusal.of("programme.contract-exists",
            Map.of("number", contract.number(), "pointer", "/number")));
      }
      audit.record("programme.contract", new Subject("project", projectId),
          Map.of("project", project.code(), "number", contract.number(), "amount", amount));
      return contract.id();
    }));
  }

  public UUID enter(
      @Nullable String key, UUID projectId, LocalDate month, LedgerEntry.Kind kind, BigDecimal amount, String document,
      String note) {
    return transactions.here(() -> ledger.once(key, "programme.ledger", UUID.class, () -> {
      var project = projects.find(projectId).orElseThrow(Unknown::row);
      projects.lock(projectId); // what stands is summed below, and two corrections at once must not both find it enough
      var first = month.withDayOfMonth(1);
      var faults = new ArrayList<Refusal>(outside(amount, true));
      if (first.isAfter(today.today())) {
        faults.add(Refusal.of("programme.date-ahead", Map.of("date", first, "pointer", "/month")));
      }
      var stands = budgets.ledger(projectId).stream().filter(entry -> entry.kind() == kind)
          .map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (amount.signum() < 0 && stands.add(amount).signum() < 0) {
        faults.add(Refusal.of("programme.ledger-below-zero",
            Map.of("amount", amount, "stands", stands, "pointer", "/amount")));
      }
      if (amount.signum() < 0 && note.isBlank()) {
        faults.add(Refusal.of("programme.ledger-reason-missing", Map.of("pointer", "/note")));
      }
      Refused.ifAny(faults);
      var entry = new LedgerEntry(UuidV7.create(), projectId, project.area(), first, kind, amount, document.strip(),
          note.strip(), today.today(), system.instant(), CurrentScope.get().actor());
      budgets.insert(entry);
      carry.billed(projectId);
      audit.record("programme.ledger", new Subject("project", projectId), Map.of("project", project.code(),
          "month", first, "kind", kind.name(), "amount", amount, "document", entry.document()));
      return entry.id();
    }));
  }

  private static List<Refusal> outside(BigDecimal amount, boolean negative) {
    return amount.signum() == 0 || amount.abs().compareTo(MOST) > 0 || !negative && amount.signum() < 0
        ? List.of(Refusal.of("programme.amount-out-of-range", Map.of("amount", amount, "code", "", "pointer", "/amount")))
        : List.of();
  }
}
