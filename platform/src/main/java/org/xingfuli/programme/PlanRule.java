package org.xingfuli.programme;

/** How a plan is generated; asked for with the plan and kept beside it. */
public enum PlanRule {
  /** The best of all one-pass generations by weighted lateness at nodes, then earliest hand-over. */
  BEST,
  /** Several hundred seeded samples beyond the one-pass generations. */
  SEARCH,
  LATEST_START,
  LATEST_FINISH,
  MIN_SLACK,
  PROJECT_BY_PROJECT
}
