package org.xingfuli.programme;

/**
 * When a project plants. Autumn planting (not before mid-September) drives the end of a project, so one due before
 * National Day plants in spring or drops planting from the node (domain.md 9).
 */
public enum Planting {
  /** Planting in autumn, and acceptance waits for it. */
  AUTUMN,
  /** Planting from March on, and acceptance waits for it. */
  SPRING,
  /** Planting in autumn, after acceptance; the node does not wait for it. */
  AFTER_NODE
}
