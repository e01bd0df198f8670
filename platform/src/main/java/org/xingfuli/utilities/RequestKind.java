package org.xingfuli.utilities;

/** What is asked of the utilities. */
public enum RequestKind {
  /** A service is switched off for a while. */
  OUTAGE,
  /** Digging where their pipes and cables lie. */
  EXCAVATION,
  /** New or renewed pipes and cables are joined to theirs. */
  CONNECTION,
  /** Pipes or cables are moved. */
  RELOCATION;

  /** Whether crews of the utility come, of which there are only so many. */
  public boolean takesCrew() {
    return this != EXCAVATION;
  }
}
