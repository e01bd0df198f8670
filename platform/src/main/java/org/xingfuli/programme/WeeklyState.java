package org.xingfuli.programme;

/** Whether a project has reported for a week. */
public enum WeeklyState {
  /** A report of this week was received. */
  REPORTED,
  /** The week is not over and nothing was received yet. */
  WAITING,
  /** The week is over and nothing was received. */
  MISSED,
  /** Nothing was under way or due that week, so nothing is asked. */
  NOTHING_DUE
}
