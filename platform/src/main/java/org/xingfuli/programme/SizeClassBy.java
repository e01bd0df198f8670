package org.xingfuli.programme;

/** Where the size class of a project comes from. */
public enum SizeClassBy {
  /** The size rule gave it, from what the project holds. */
  RULE,
  /** A person chose it for the estates the project holds. */
  ESTATE,
  /** A person chose it for the project. */
  PROJECT
}
