package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Contract;
import org.xingfuli.programme.model.LedgerEntry;

/**
 * A project's money: budget versions, contracts, and what was valued and paid. 元.
 *
 * @param rest of the approved budget, after the contracts
 * @param preliminariesPercent what a draft from the menu adds to the works, with its source, an assumption when unconfirmed
 */
record BudgetView(
    UUID projectId, UUID programmeId, String code, String name, String streetName, @Nullable Version approved,
    @Nullable Version draft, List<Version> versions, List<ContractRow> contracts, List<EntryRow> ledger,
    BigDecimal contracted, BigDecimal valued, BigDecimal paid, @Nullable BigDecimal rest,
    BigDecimal preliminariesPercent, boolean ruleUnconfirmed, String ruleSource, boolean menu) {

  /** A version with its lines; {@code total} is works and contingency. */
  record Version(
      UUID id, int version, BudgetState state, BigDecimal contingencyPercent, Budget.Origin origin, String note,
      String document, int revision, Instant createdAt, String createdBy, @Nullable Instant approvedAt,
      @Nullable String approvedBy, @Nullable LocalDate approvedOn, BigDecimal works, BigDecimal contingency,
      BigDecimal total, List<LineRow> lines) {

    static Version of(Budget budget) {
      return new Version(budget.id(), budget.version(), budget.state(), budget.contingencyPercent(), budget.origin(),
          budget.note(), budget.document(), budget.revision(), budget.createdAt(), budget.createdBy(),
          budget.approvedAt(), budget.approvedBy(), budget.approvedOn(), budget.works(), budget.contingency(),
          budget.total(), budget.lines().stream().map(LineRow::of).toList());
    }
  }

  /** A work of a version. */
  record LineRow(
      String code, String nameZh, String nameEn, Budget.WorkClass workClass, String unit, BigDecimal quantity,
      BigDecimal unitCost, BigDecimal amount, List<String> activities, boolean unconfirmed, String source) {

    static LineRow of(Budget.Line line) {
      return new LineRow(line.code(), line.nameZh(), line.nameEn(), line.workClass(), line.unit(), line.quantity(),
          line.unitCost(), line.amount(), line.activities(), line.unconfirmed(), line.source());
    }
  }

  /**
   * A contract.
   *
   * @param carried whether it comes from the year the project was carried over from
   * @param valuedBefore what was valued of it there; the rest binds this year's budget
   */
  record ContractRow(
      UUID id, String number, String name, String party, LocalDate signedOn, BigDecimal amount, boolean carried,
      BigDecimal valuedBefore, Instant enteredAt, String enteredBy) {

    static ContractRow of(Contract contract) {
      return new ContractRow(contract.id(), contract.number(), contract.name(), contract.party(), contract.signedOn(),
          contract.amount(), contract.carried(), contract.valuedBefore(), contract.enteredAt(), contract.enteredBy());
    }
  }

  /** An entry of the ledger. */
  record EntryRow(
      UUID id, LocalDate month, LedgerEntry.Kind kind, BigDecimal amount, String document, String note,
      LocalDate enteredOn, Instant enteredAt, String enteredBy) {

    static EntryRow of(LedgerEntry entry) {
      return new EntryRow(entry.id(), entry.month(), entry.kind(), entry.amount(), entry.document(), entry.note(),
          entry.enteredOn(), entry.enteredAt(), entry.enteredBy());
    }
  }

  /** The lines of a draft as they shall be. */
  record DraftBody(
      @NotNull Integer revision, @NotNull BigDecimal contingencyPercent, @Nullable @Size(max = 200) String note,
      @NotNull @Size(max = 200) List<@Valid LineBody> lines) {}

  /** A work to be budgeted. */
  record LineBody(
      @NotBlank @Size(max = 20) String code, @NotBlank @Size(max = 60) String nameZh, @NotBlank @Size(max = 120) String nameEn,
      @NotNull Budget.WorkClass workClass, @NotBlank @Size(max = 20) String unit, @NotNull BigDecimal quantity,
      @NotNull BigDecimal unitCost, @NotNull List<String> activities, boolean unconfirmed,
      @NotBlank @Size(max = 200) String source) {

    Budget.Line line() {
      return new Budget.Line(code, nameZh, nameEn, workClass, unit, quantity, unitCost, activities, unconfirmed, source);
    }
  }

  /** By which document a draft is approved. */
  record Approval(@NotBlank @Size(max = 120) String document) {}

  /** A contract to be entered. */
  record ContractBody(
      @NotBlank @Size(max = 60) String number, @NotBlank @Size(max = 120) String name,
      @NotBlank @Size(max = 120) String party, @NotNull LocalDate signedOn, @NotNull BigDecimal amount) {}

  /** What was valued or paid in a month; negative takes back, and then the note says why. */
  record EntryBody(
      @NotNull LocalDate month, @NotNull LedgerEntry.Kind kind, @NotNull BigDecimal amount,
      @NotBlank @Size(max = 120) String document, @Nullable @Size(max = 200) String note) {}

  /** A project's row in the year's list. */
  record Row(
      UUID projectId, String code, String name, String street, String streetName, @Nullable Integer version, boolean draft,
      @Nullable BigDecimal works, @Nullable BigDecimal total, @Nullable BigDecimal perSquareMetre, BigDecimal contracted,
      BigDecimal valued, BigDecimal paid) {}
}
