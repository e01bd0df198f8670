package org.xingfuli.programme.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Columns;
import org.xingfuli.programme.model.Budget;
import org.xingfuli.programme.model.BudgetState;
import org.xingfuli.programme.model.Contract;
import org.xingfuli.programme.model.LedgerEntry;

/** Budgets with their lines, contracts and the ledger. */
@Component
public class BudgetStore {

  private final JdbcClient jdbc;

  BudgetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a budget from the menu gets beside the works. */
  public record Rule(
      BigDecimal preliminariesPercent, String preliminariesActivities, BigDecimal contingencyPercent,
      boolean unconfirmed, String source) {

    public List<String> activities() {
      return codes(preliminariesActivities);
    }
  }

  public Rule rule() {
    return jdbc.sql("""
        select preliminaries_percent, preliminaries_activities, contingency_percent, unconfirmed, source
        from programme.budget_rule""").query(Rule.class).single();
  }

  /** All versions of a project, newest first. */
  public List<Budget> ofProject(UUID projectId) {
    var lines = lines("select * from programme.budget_line where project_id = ? order by position", projectId);
    return jdbc.sql("select * from programme.budget where project_id = ? order by version desc").param(projectId)
        .query((row, number) -> budget(row, lines)).list();
  }

  /** The approved budgets of a programme's projects, by project. */
  public Map<UUID, Budget> approved(UUID programmeId) {
    var lines = lines("""
        select l.* from programme.budget_line l join programme.budget b on b.id = l.budget_id
        join programme.project p on p.id = b.project_id
        where p.programme_id = ? and b.state = 'APPROVED' order by l.position""", programmeId);
    return jdbc.sql("""
        select b.* from programme.budget b join programme.project p on p.id = b.project_id
        where p.programme_id = ? and b.state = 'APPROVED'""").param(programmeId)
        .query((row, number) -> budget(row, lines)).list().stream()
        .collect(Collectors.toMap(Budget::projectId, budget -> budget));
  }

  /** Projects of a programme that have a draft. */
  public List<UUID> drafts(UUID programmeId) {
    return jdbc.sql("""
        select b.project_id from programme.budget b join programme.project p on p.id = b.project_id
        where p.programme_id = ? and b.state = 'DRAFT'""").param(programmeId)
        .query((row, number) -> row.getObject(1, UUID.class)).list();
  }

  public void insert(Budget budget) {
    jdbc.sql("""
        insert into programme.budget (id, project_id, area, version, state, contingency_percent, origin, note, document,
          revision, created_at, created_by, written_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Values.of(budget.id(), budget.projectId(), budget.area(), budget.version(), budget.state().name(),
            budget.contingencyPercent(), budget.origin().name(), budget.note(), budget.document(), budget.revision(),
            PlanStore.utc(budget.createdAt()), budget.createdBy(), budget.writtenBy()))
        .update();
    insertLines(budget);
  }

  /** Replaces a draft when the revision is still the one read; returns whether it was. */
  public boolean replace(Budget draft) {
    var changed = jdbc.sql("""
        update programme.budget set contingency_percent = ?, origin = ?, note = ?, written_by = ?, revision = revision + 1
        where id = ? and revision = ? and state = 'DRAFT'""")
        .params(Values.of(draft.contingencyPercent(), draft.origin().name(), draft.note(), draft.writtenBy(), draft.id(),
            draft.revision()))
        .update() == 1;
    if (changed) {
      jdbc.sql("delete from programme.budget_line where budget_id = ?").param(draft.id()).update();
      insertLines(draft);
    }
    return changed;
  }

  private void insertLines(Budget budget) {
    var lines = budget.lines();
    jdbc.sql("""
        insert into programme.budget_line (budget_id, project_id, area, position, code, name_zh, name_en, work_class, unit,
          quantity, unit_cost, activities, unconfirmed, source)
        select ?, ?, ?, * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[],
          ?::numeric[], ?::text[], ?::boolean[], ?::text[])""")
        .params(Values.of(budget.id(), budget.projectId(), budget.area(), Columns.text(lines, lines::indexOf),
            Columns.text(lines, Budget.Line::code), Columns.text(lines, Budget.Line::nameZh),
            Columns.text(lines, Budget.Line::nameEn), Columns.text(lines, line -> line.workClass().name()),
            Columns.text(lines, Budget.Line::unit), Columns.text(lines, line -> line.quantity().toPlainString()),
            Columns.text(lines, line -> line.unitCost().toPlainString()),
            Columns.text(lines, line -> String.join(";", line.activities())),
            Columns.text(lines, Budget.Line::unconfirmed), Columns.text(lines, Budget.Line::source)))
        .update();
  }

  public void supersede(UUID projectId) {
    jdbc.sql("update programme.budget set state = 'SUPERSEDED' where project_id = ? and state = 'APPROVED'")
        .param(projectId).update();
  }

  public void approve(UUID id, Instant at, String by, LocalDate on, String document) {
    jdbc.sql("""
        update programme.budget set state = 'APPROVED', approved_at = ?, approved_by = ?, approved_on = ?, document = ?
        where id = ?""").params(PlanStore.utc(at), by, on, document, id).update();
  }

  public void delete(UUID id) {
    jdbc.sql("delete from programme.budget where id = ?").param(id).update();
  }

  public List<Contract> contracts(UUID projectId) {
    return jdbc.sql("select * from programme.contract where project_id = ? order by signed_on, number").param(projectId)
        .query(BudgetStore::contract).list();
  }

  public Map<UUID, List<Contract>> contractsOf(UUID programmeId) {
    return jdbc.sql("""
        select c.* from programme.contract c join programme.project p on p.id = c.project_id where p.programme_id = ?
        order by c.signed_on, c.number""").param(programmeId).query(BudgetStore::contract).list().stream()
        .collect(Collectors.groupingBy(Contract::projectId));
  }

  /** Returns whether the project had no contract of that number. */
  public boolean insert(Contract contract) {
    return jdbc.sql("""
        insert into programme.contract (id, project_id, area, number, name, party, signed_on, amount, entered_at, entered_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (project_id, number) do nothing""")
        .params(contract.id(), contract.projectId(), contract.area(), contract.number(), contract.name(),
            contract.party(), contract.signedOn(), contract.amount(), PlanStore.utc(contract.enteredAt()),
            contract.enteredBy())
        .update() == 1;
  }

  /** Gives the project that goes on the contracts of the one it goes on from. */
  public void carryContracts(UUID from, UUID to, String area) {
    jdbc.sql("""
        insert into programme.contract (id, project_id, area, number, name, party, signed_on, amount, entered_at, entered_by,
          carried)
        select uuidv7(), ?, ?, number, name, party, signed_on, amount, entered_at, entered_by, true from programme.contract
        where project_id = ?""").params(to, area, from).update();
  }

  /** Lays what was valued before on the contracts the project came with, by their amounts and never more than those. */
  public void valuedBefore(UUID projectId, BigDecimal total) {
    jdbc.sql("""
        update programme.contract c set valued_before = least(c.amount, round(c.amount * :total / s.whole, 2))
        from (select sum(amount) as whole from programme.contract where project_id = :id and carried) s
        where c.project_id = :id and c.carried""").param("total", total).param("id", projectId).update();
  }

  /** Oldest month first. */
  public List<LedgerEntry> ledger(UUID projectId) {
    return jdbc.sql("select * from programme.ledger_entry where project_id = ? order by month, id").param(projectId)
        .query(BudgetStore::entry).list();
  }

  public Map<UUID, List<LedgerEntry>> ledgerOf(UUID programmeId) {
    return jdbc.sql("""
        select e.* from programme.ledger_entry e join programme.project p on p.id = e.project_id where p.programme_id = ?
        order by e.month, e.id""").param(programmeId).query(BudgetStore::entry).list().stream()
        .collect(Collectors.groupingBy(LedgerEntry::projectId));
  }

  public void insert(LedgerEntry entry) {
    jdbc.sql("""
        insert into programme.ledger_entry (id, project_id, area, month, kind, amount, document, note, entered_on,
          entered_at, entered_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(entry.id(), entry.projectId(), entry.area(), entry.month(), entry.kind().name(), entry.amount(),
            entry.document(), entry.note(), entry.enteredOn(), PlanStore.utc(entry.enteredAt()), entry.enteredBy())
        .update();
  }

  private Map<UUID, List<Budget.Line>> lines(String sql, UUID of) {
    var lines = new HashMap<UUID, List<Budget.Line>>();
    jdbc.sql(sql).param(of).query(row -> {
      lines.computeIfAbsent(row.getObject("budget_id", UUID.class), id -> new ArrayList<>()).add(
          new Budget.Line(row.getString("code"), row.getString("name_zh"), row.getString("name_en"),
              Budget.WorkClass.valueOf(row.getString("work_class")), row.getString("unit"),
              row.getBigDecimal("quantity"), row.getBigDecimal("unit_cost"), codes(row.getString("activities")),
              row.getBoolean("unconfirmed"), row.getString("source")));
    });
    return lines;
  }

  private static List<String> codes(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(";"));
  }

  private static Budget budget(ResultSet row, Map<UUID, List<Budget.Line>> lines) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Budget(id, row.getObject("project_id", UUID.class), row.getString("area"), row.getInt("version"),
        BudgetState.valueOf(row.getString("state")), row.getBigDecimal("contingency_percent"),
        Budget.Origin.valueOf(row.getString("origin")), row.getString("note"), row.getString("document"),
        row.getInt("revision"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"), row.getObject("written_by", UUID.class), PlanStore.instant(row, "approved_at"),
        row.getString("approved_by"), row.getObject("approved_on", LocalDate.class), lines.getOrDefault(id, List.of()));
  }

  private static Contract contract(ResultSet row, int number) throws SQLException {
    return new Contract(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class), row.getString("area"),
        row.getString("number"), row.getString("name"), row.getString("party"),
        row.getObject("signed_on", LocalDate.class), row.getBigDecimal("amount"), row.getBoolean("carried"),
        row.getBigDecimal("valued_before"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(), row.getString("entered_by"));
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(row.getObject("id", UUID.class), row.getObject("project_id", UUID.class),
        row.getString("area"), row.getObject("month", LocalDate.class),
        LedgerEntry.Kind.valueOf(row.getString("kind")), row.getBigDecimal("amount"), row.getString("document"),
        row.getString("note"), row.getObject("entered_on", LocalDate.class),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(), row.getString("entered_by"));
  }
}
