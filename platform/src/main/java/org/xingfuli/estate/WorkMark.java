package org.xingfuli.estate;

/** Whether a work of the menu is meant to be done; the residents' binding choice is a later module's. */
public enum WorkMark {
  /** On the menu, nothing said yet. */
  PROPOSED,
  ADOPTED,
  DROPPED
}
