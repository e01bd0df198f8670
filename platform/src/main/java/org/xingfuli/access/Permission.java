package org.xingfuli.access;

/** What a role may do; every endpoint names the one it requires. */
public enum Permission {
  /** Any signed-in person. */
  SESSION,
  PEOPLE_READ,
  PEOPLE_MANAGE,
  AUDIT_READ,
  AUDIT_VERIFY,
  ESTATE_READ,
  ESTATE_EDIT,
  ESTATE_IMPORT,
  HOUSEHOLD_READ,
  PROGRAMME_READ,
  PROGRAMME_EDIT,
  PLAN_COMPUTE,
  PLAN_FREEZE,
  PROGRESS_REPORT,
  CHART_READ,
  CALENDAR_IMPORT,
  /** Reads the metrics and the inner health of the platform, under {@code /actuator}. */
  OPERATIONS_READ,
  /** Moves the business clock of the demo. */
  CLOCK_MOVE
}
