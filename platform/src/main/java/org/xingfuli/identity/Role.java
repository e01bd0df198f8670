package org.xingfuli.identity;

import static org.xingfuli.access.Permission.*;

import java.util.EnumSet;
import java.util.Set;
import org.xingfuli.access.Permission;

/**
 * The role catalogue: what a role may do, and how far an appointment to it reaches.
 *
 * <p>Administrators are separated (GB/T 22239-2019 8.1.4.2): whoever appoints people neither reads the audit nor edits the
 * programme, and nobody holds both ADMINISTRATOR and AUDITOR. What each role may do is an assumption of domain.md 2.3.
 */
public enum Role {
  ADMINISTRATOR("系统管理员", "System administrator", ScopeKind.DISTRICT, PEOPLE_READ, PEOPLE_MANAGE, PROGRAMME_READ),
  AUDITOR("审计员", "Auditor", ScopeKind.DISTRICT, AUDIT_READ, AUDIT_VERIFY),
  OPERATOR("运维员", "Operator", ScopeKind.DISTRICT, OPERATIONS_READ),
  COMMANDER("指挥长", "Commander", ScopeKind.DISTRICT, ESTATE_READ, HOUSEHOLD_READ, PROGRAMME_READ, CHART_READ),
  PLANNER("计划员", "Planner", ScopeKind.DISTRICT, ESTATE_READ, ESTATE_EDIT, ESTATE_IMPORT, HOUSEHOLD_READ,
      PROGRAMME_READ, PROGRAMME_EDIT, PLAN_COMPUTE, PLAN_FREEZE, PROGRESS_REPORT, CHART_READ, CALENDAR_IMPORT, CLOCK_MOVE),
  STREET_OFFICER("街道专员", "Street officer", ScopeKind.STREET, ESTATE_READ, ESTATE_EDIT, ESTATE_IMPORT, HOUSEHOLD_READ,
      PROGRAMME_READ, PROGRESS_REPORT, CHART_READ),
  COMMUNITY_OFFICER("社区书记", "Community secretary", ScopeKind.COMMUNITY, ESTATE_READ, HOUSEHOLD_READ, PROGRAMME_READ,
      PROGRESS_REPORT, CHART_READ),
  DELIVERY_AGENT("代建项目负责人", "Delivery agent's project leader", ScopeKind.PROJECT, ESTATE_READ, PROGRAMME_READ,
      PROGRESS_REPORT, CHART_READ),
  CONTRACTOR("施工项目经理", "Contractor's project manager", ScopeKind.PROJECT, ESTATE_READ, PROGRAMME_READ,
      PROGRESS_REPORT, CHART_READ),
  SUPERVISOR("监理", "Supervisor", ScopeKind.PROJECT, ESTATE_READ, PROGRAMME_READ, PROGRESS_REPORT, CHART_READ);

  /** The two roles nobody may hold together, nor either twice. */
  public static final Set<Role> SEPARATED = Set.of(ADMINISTRATOR, AUDITOR);

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
