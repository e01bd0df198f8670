package org.xingfuli.identity;

import static org.xingfuli.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;
import org.xingfuli.access.Permission;

/**
 * The role catalogue: what a role may do, and how far an appointment to it reaches.
 *
 * <p>Administrators are separated (GB/T 22239-2019 8.1.4.2): whoever opens accounts gives no rights, whoever gives
 * rights opens no accounts, neither reads the audit nor edits the programme, whoever reads the audit reads who holds what and
 * by which rules, and nobody holds two of the three. What each role may do is an assumption of domain.md 2.3.
 */
public enum Role {
  ADMINISTRATOR("系统管理员", "System administrator", ScopeKind.DISTRICT, PEOPLE_READ, PEOPLE_MANAGE, PROGRAMME_READ,
      NOTICE_MANAGE),
  SECURITY_OFFICER("安全管理员", "Security administrator", ScopeKind.DISTRICT, PEOPLE_READ, RIGHTS_GRANT, SECURITY_MANAGE,
      SECURITY_READ, PROGRAMME_READ),
  AUDITOR("审计员", "Auditor", ScopeKind.DISTRICT, PEOPLE_READ, SECURITY_READ, AUDIT_READ, AUDIT_VERIFY),
  OPERATOR("运维员", "Operator", ScopeKind.DISTRICT, OPERATIONS_READ),
  COMMANDER("指挥长", "Commander", ScopeKind.DISTRICT, ESTATE_READ, HOUSEHOLD_READ, EVIDENCE_READ, PROGRAMME_READ,
      MONEY_READ, BUDGET_APPROVE, GATE_DECIDE, GATE_WAIVE, UTILITY_READ, APPEAL_READ, APPEAL_DISPATCH, CHART_READ, WALL_ISSUE,
      STATISTICS_READ),
  PLANNER("计划员", "Planner", ScopeKind.DISTRICT, ESTATE_READ, ESTATE_EDIT, ESTATE_IMPORT, HOUSEHOLD_READ, SURVEY_EDIT,
      EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ, PROGRAMME_EDIT, PLAN_COMPUTE, PLAN_FREEZE, PROGRESS_REPORT,
      MONEY_READ, GATE_DECIDE, PLAYBOOK_EDIT, UTILITY_READ, UTILITY_REQUEST, APPEAL_READ, APPEAL_RULES, CHART_READ, WALL_ISSUE,
      STATISTICS_READ, CALENDAR_IMPORT, CLOCK_MOVE),
  STREET_OFFICER("街道专员", "Street officer", ScopeKind.STREET, ESTATE_READ, ESTATE_EDIT, ESTATE_IMPORT, HOUSEHOLD_READ,
      PERSONAL_REVEAL, SURVEY_EDIT, EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ, PROGRESS_REPORT, MONEY_READ,
      GATE_DECIDE, UTILITY_READ, APPEAL_READ, APPEAL_INTAKE, APPEAL_DISPATCH, APPEAL_HANDLE, APPEAL_CALL_BACK,
      RECEPTION_MANAGE, CHART_READ, STATISTICS_READ),
  COMMUNITY_OFFICER("社区书记", "Community secretary", ScopeKind.COMMUNITY, ESTATE_READ, HOUSEHOLD_READ, PERSONAL_REVEAL,
      SURVEY_EDIT, EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ, PROGRESS_REPORT, UTILITY_READ, APPEAL_READ,
      APPEAL_INTAKE, APPEAL_HANDLE, APPEAL_CALL_BACK, RECEPTION_MANAGE, CHART_READ),
  RECEPTION_CLERK("接待点值班员", "Reception clerk", ScopeKind.COMMUNITY, ESTATE_READ, EVIDENCE_READ, EVIDENCE_ATTACH, APPEAL_READ,
      APPEAL_INTAKE, APPEAL_HANDLE, APPEAL_CALL_BACK),
  APPEAL_CLERK("诉求专员", "Appeal clerk", ScopeKind.DISTRICT, ESTATE_READ, EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ, UTILITY_READ,
      PERSONAL_REVEAL, APPEAL_READ, APPEAL_INTAKE, APPEAL_DISPATCH, APPEAL_CALL_BACK, APPEAL_RULES, CHART_READ),
  DELIVERY_AGENT("代建项目负责人", "Delivery agent's project leader", ScopeKind.PROJECT, ESTATE_READ, SURVEY_EDIT,
      EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ, PROGRESS_REPORT, MONEY_READ, GATE_DECIDE, UTILITY_READ,
      UTILITY_REQUEST, APPEAL_READ, APPEAL_HANDLE, CHART_READ),
  CONTRACTOR("施工项目经理", "Contractor's project manager", ScopeKind.PROJECT, ESTATE_READ, EVIDENCE_READ, EVIDENCE_ATTACH,
      PROGRAMME_READ, PROGRESS_REPORT, UTILITY_READ, UTILITY_REQUEST, APPEAL_READ, APPEAL_HANDLE, CHART_READ),
  SUPERVISOR("监理", "Supervisor", ScopeKind.PROJECT, ESTATE_READ, EVIDENCE_READ, EVIDENCE_ATTACH, PROGRAMME_READ,
      PROGRESS_REPORT, GATE_DECIDE, UTILITY_READ, APPEAL_READ, APPEAL_HANDLE, CHART_READ),
  UTILITY_OFFICER("公用单位专员", "Utility's officer", ScopeKind.DISTRICT, ESTATE_READ, UTILITY_READ, UTILITY_SIGN, APPEAL_READ,
      APPEAL_HANDLE),
  PROPERTY_MANAGER("物业项目经理", "Property manager", ScopeKind.PROJECT, ESTATE_READ, EVIDENCE_READ, EVIDENCE_ATTACH,
      PROGRAMME_READ, UTILITY_READ, APPEAL_READ, APPEAL_HANDLE, CHART_READ),
  DEMO_OPERATOR("演示员", "Demo operator", ScopeKind.DISTRICT, CHART_READ, PROGRAMME_READ, ESTATE_READ, CLOCK_MOVE);

  /** The hats of administration, of which nobody wears two. */
  public static final Set<Role> SEPARATED = Set.of(ADMINISTRATOR, SECURITY_OFFICER, AUDITOR);

  private final Words words;
  private final ScopeKind scopeKind;
  private final Set<Permission> permissions;

  Role(String zh, String en, ScopeKind scopeKind, Permission... permissions) {
    this.words = new Words(zh, en);
    this.scopeKind = scopeKind;
    var all = EnumSet.of(SESSION, permissions);
    this.permissions = Set.copyOf(all);
  }

  public Words words() {
    return words;
  }

  public ScopeKind scopeKind() {
    return scopeKind;
  }

  public Set<Permission> permissions() {
    return permissions;
  }
}
