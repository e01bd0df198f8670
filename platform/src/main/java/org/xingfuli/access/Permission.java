package org.xingfuli.access;

/** What a role may do; every endpoint names the one it requires. */
public enum Permission {
  /** Any signed-in person. */
  SESSION,
  PEOPLE_READ,
  /** Registers organisations and people and opens and closes their accounts; gives nobody a right. */
  PEOPLE_MANAGE,
  /** Gives and takes rights: appointments, deputies, tokens of machines. */
  RIGHTS_GRANT,
  /** Keeps the rules of sign-in and the register of personal data. */
  SECURITY_MANAGE,
  /** Reads those rules, the register of personal data and the tokens of machines. */
  SECURITY_READ,
  AUDIT_READ,
  AUDIT_VERIFY,
  ESTATE_READ,
  ESTATE_EDIT,
  ESTATE_IMPORT,
  HOUSEHOLD_READ,
  /** Sees a masked value in clear, with a reason that is on record. */
  PERSONAL_REVEAL,
  /** Records the survey before renovation and the menu of works with its quantities. */
  SURVEY_EDIT,
  EVIDENCE_READ,
  EVIDENCE_ATTACH,
  PROGRAMME_READ,
  PROGRAMME_EDIT,
  PLAN_COMPUTE,
  PLAN_FREEZE,
  /** Reads budgets, contracts and the ledger of payments. */
  MONEY_READ,
  /** Makes the draft of a budget the one that holds. */
  BUDGET_APPROVE,
  PROGRESS_REPORT,
  /** Ticks the conditions of a gate, with evidence. */
  GATE_DECIDE,
  /** Waives a condition of a gate; what is required and confirmed nobody waives. */
  GATE_WAIVE,
  /** Turns what a finished project taught into the next version of the template. */
  PLAYBOOK_EDIT,
  UTILITY_READ,
  /** Asks the utilities for a permit or an outage. */
  UTILITY_REQUEST,
  /** Signs or refuses for one's own utility. */
  UTILITY_SIGN,
  /** Reads appeals within reach, and the time limits they run under. */
  APPEAL_READ,
  /** Registers an appeal for somebody who writes, calls or comes. */
  APPEAL_INTAKE,
  /** Accepts, dispatches, merges and supervises appeals, and decides on extensions. */
  APPEAL_DISPATCH,
  /** Signs for an appeal, handles it, answers it, or gives it back. */
  APPEAL_HANDLE,
  /** Calls complainants back, re-checks and archives. */
  APPEAL_CALL_BACK,
  /** Edits and confirms the rules of appeals, such as their time limits. */
  APPEAL_RULES,
  /** Opens reception points, sets their hours and writes their duty rosters. */
  RECEPTION_MANAGE,
  CHART_READ,
  /** Lets a screen on a wall read the chart for months, and ends that. */
  WALL_ISSUE,
  /** Reads and takes away the statutory statistics. */
  STATISTICS_READ,
  /** Edits the texts and hours of notices and sees the failed ones of everybody. */
  NOTICE_MANAGE,
  CALENDAR_IMPORT,
  /** Reads the metrics and the inner health of the platform, under {@code /actuator}. */
  OPERATIONS_READ,
  /** Moves the business clock of the demo. */
  CLOCK_MOVE
}
