package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.estate.Works;
import org.xingfuli.programme.flow.BudgetBook;
import org.xingfuli.programme.flow.DraftBudget;
import org.xingfuli.programme.flow.KeepLedger;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Contract;
import org.xingfuli.programme.model.LedgerEntry;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.BudgetStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.ListBook;

/** Budgets by works, contracts and the ledger of a project, and the year's list of them. */
@RestController
@RequestMapping("/api")
class BudgetController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final BudgetStore budgets;
  private final DraftBudget draft;
  private final KeepLedger ledger;
  private final Estates estates;
  private final Works works;
  private final Names names;

  BudgetController(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, BudgetStore budgets,
      DraftBudget draft, KeepLedger ledger, Estates estates, Works works, Names names) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.budgets = budgets;
    this.draft = draft;
    this.ledger = ledger;
    this.estates = estates;
    this.works = works;
    this.names = names;
  }

  @GetMapping("/projects/{id}/budget")
  @Requires(Permission.MONEY_READ)
  BudgetView budget(@PathVariable UUID id) {
    return transactions.here(() -> {
      var project = projects.find(id).orElseThrow(Unknown::row);
      var all = budgets.ofProject(id);
      var approved = state(all, BudgetState.APPROVED);
      var next = state(all, BudgetState.DRAFT);
      var contracts = budgets.contracts(id);
      var entries = budgets.ledger(id);
      var contracted = contracts.stream().map(Contract::open).reduce(BigDecimal.ZERO, BigDecimal::add);
      var rule = budgets.rule();
      return new BudgetView(id, project.programmeId(), project.code(), project.name(),
          names.open().area(project.street()), approved == null ? null : BudgetView.Version.of(approved),
          next == null ? null : BudgetView.Version.of(next), all.stream().map(BudgetView.Version::of).toList(),
          contracts.stream().map(BudgetView.ContractRow::of).toList(),
          entries.stream().map(BudgetView.EntryRow::of).toList(), contracted, sum(entries, LedgerEntry.Kind.VALUATION),
          sum(entries, LedgerEntry.Kind.PAYMENT), approved == null ? null : approved.total().subtract(contracted),
          rule.preliminariesPercent(), rule.unconfirmed(), rule.source(),
          !works.ofEstates(project.estates().stream().map(Project.Share::estateId).toList()).isEmpty());
    });
  }

  private static @Nullable Budget state(List<Budget> all, BudgetState state) {
    return all.stream().filter(each -> each.state() == state).findFirst().orElse(null);
  }

  private static BigDecimal sum(List<LedgerEntry> entries, LedgerEntry.Kind kind) {
    return entries.stream().filter(each -> each.kind() == kind).map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A draft from the estates' menus of works; a draft there is gets these lines instead. */
  @PostMapping("/projects/{id}/budget/draft")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  BudgetView fromMenu(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id) {
    draft.fromMenu(key, id);
    return budget(id);
  }

  @PutMapping("/projects/{id}/budget/draft")
  @Requires(Permission.PROGRAMME_EDIT)
  BudgetView change(@PathVariable UUID id, @RequestBody @Valid BudgetView.DraftBody body) {
    draft.change(id, body.revision(), body.lines().stream().map(BudgetView.LineBody::line).toList(),
        body.contingencyPercent(), body.note() == null ? "" : body.note());
    return budget(id);
  }

  @DeleteMapping("/projects/{id}/budget/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void discard(@PathVariable UUID id) {
    draft.discard(id);
  }

  /** A draft from a workbook; refused whole with every fault by row and column. */
  @PostMapping(path = "/projects/{id}/budget/workbook", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  BudgetView fromWorkbook(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestPart("file") MultipartFile file) throws IOException {
    transactions.here(() -> Unknown.unless(projects.find(id)));
    var name = file.getOriginalFilename();
    draft.fromLines(key, id, BudgetBook.read(file.getBytes()), null, name == null ? "" : name);
    return budget(id);
  }

  @PostMapping("/projects/{id}/budget/approval")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(value = Permission.BUDGET_APPROVE, freshSecondFactor = true)
  BudgetView approve(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid BudgetView.Approval body) {
    draft.approve(key, id, body.document());
    return budget(id);
  }

  @PostMapping("/projects/{id}/contracts")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  BudgetView contract(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid BudgetView.ContractBody body) {
    ledger.contract(key, id, body.number(), body.name(), body.party(), body.signedOn(), body.amount());
    return budget(id);
  }

  @PostMapping("/projects/{id}/ledger")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  BudgetView enter(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid BudgetView.EntryBody body) {
    ledger.enter(key, id, body.month(), body.kind(), body.amount(), body.document(), body.note() == null ? "" : body.note());
    return budget(id);
  }

  /** The draft, or the approved budget without one, in the form that can be uploaded again. */
  @GetMapping(path = "/projects/{id}/budget.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.MONEY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> budgetBook(@PathVariable UUID id) {
    return transactions.here(() -> {
      var project = projects.find(id).orElseThrow(Unknown::row);
      var all = budgets.ofProject(id);
      var shown = state(all, BudgetState.DRAFT) == null ? state(all, BudgetState.APPROVED) : state(all, BudgetState.DRAFT);
      return ListBook.answer("预算 " + project.code(), BudgetBook.HEADS,
          shown == null ? List.of() : shown.lines().stream().map(BudgetBook::row).toList());
    });
  }

  @GetMapping(path = "/projects/{id}/ledger.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.MONEY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> ledgerBook(@PathVariable UUID id) {
    var view = budget(id);
    return ListBook.answer("计价付款台账 " + view.code(), List.of("月份 Month", "类别 Kind", "金额元 Amount", "凭证 Document",
        "说明 Note", "登记日 Entered", "登记人 By"), view.ledger().stream().map(row -> Arrays.<@Nullable Object>asList(
            row.month(), row.kind() == LedgerEntry.Kind.VALUATION ? "计价" : "付款", row.amount(), row.document(), row.note(),
            row.enteredOn(), row.enteredBy())).toList());
  }

  /** Every project of the year with its money; works per ㎡ over the floor area of the estates' shares. */
  @GetMapping("/programmes/{id}/budgets")
  @Requires(Permission.MONEY_READ)
  List<BudgetView.Row> list(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      var all = projects.ofProgramme(id);
      var approved = budgets.approved(id);
      var drafts = new HashSet<>(budgets.drafts(id));
      var contracts = budgets.contractsOf(id);
      var entries = budgets.ledgerOf(id);
      var held = estates.byId(all.stream().flatMap(p -> p.estates().stream()).map(Project.Share::estateId).distinct().toList());
      var book = names.open();
      return all.stream().map(project -> {
        var budget = approved.get(project.id());
        var area = project.estates().stream().map(share -> {
          Estate estate = held.get(share.estateId());
          return estate == null ? BigDecimal.ZERO : estate.floorArea().multiply(share.share());
        }).reduce(BigDecimal.ZERO, BigDecimal::add);
        var own = entries.getOrDefault(project.id(), List.of());
        return new BudgetView.Row(project.id(), project.code(), project.name(), project.street(),
            book.area(project.street()), budget == null ? null : budget.version(), drafts.contains(project.id()),
            budget == null ? null : budget.works(), budget == null ? null : budget.total(),
            budget == null || area.signum() == 0 ? null : budget.total().divide(area, 0, RoundingMode.HALF_UP),
            contracts.getOrDefault(project.id(), List.of()).stream().map(Contract::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add),
            sum(own, LedgerEntry.Kind.VALUATION), sum(own, LedgerEntry.Kind.PAYMENT));
      }).toList();
    });
  }

  @GetMapping(path = "/programmes/{id}/budgets.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.MONEY_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> listBook(@PathVariable UUID id) {
    return ListBook.answer("项目预算", List.of("编号 Code", "项目 Project", "街道 Street", "预算版本 Version", "工程费元 Works",
        "预算合计元 Total", "每平方米元 Per m²", "合同额元 Contracted", "计价元 Valued", "付款元 Paid"), list(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name(), row.streetName(), row.version(), row.works(),
            row.total(), row.perSquareMetre(), row.contracted(), row.valued(), row.paid())).toList());
  }
}
