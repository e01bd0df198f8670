package org.xingfuli.estate.model;

import org.xingfuli.kernel.StateGraph;

/** Where an uploaded workbook stands. */
public enum ImportState {
  /** Being read and checked. */
  CHECKING,
  /** Something is wrong with it; nothing was or will be imported. */
  FAULTY,
  /** Without fault, waiting to be adopted. */
  READY,
  /** Adopted; its rows are being written, all of them or none. */
  IMPORTING,
  /** On record. */
  DONE,
  /** We failed, not the workbook; nothing was imported. */
  FAILED,
  /** Thrown away by a person. */
  DISCARDED;

  /** What moves it: the check and the writing of the platform, and what a person decides. */
  public enum Act { PASS, FIND_FAULTS, GIVE_UP, ADOPT, WRITE, DISCARD }

  /** Faults may still be found while writing, when the record has changed since the check. */
  public static final StateGraph<ImportState, Act> GRAPH = StateGraph.<ImportState, Act>named("estate-import", CHECKING)
      .edge(CHECKING, Act.PASS, READY)
      .edge(CHECKING, Act.FIND_FAULTS, FAULTY)
      .edge(CHECKING, Act.GIVE_UP, FAILED)
      .edge(CHECKING, Act.DISCARD, DISCARDED)
      .edge(READY, Act.ADOPT, IMPORTING)
      .edge(READY, Act.DISCARD, DISCARDED)
      .edge(IMPORTING, Act.WRITE, DONE)
      .edge(IMPORTING, Act.FIND_FAULTS, FAULTY)
      .edge(IMPORTING, Act.GIVE_UP, FAILED)
      .edge(FAULTY, Act.DISCARD, DISCARDED)
      .edge(FAILED, Act.DISCARD, DISCARDED)
      .build();

  /** Whether nothing more will happen to it by itself. */
  public boolean ended() {
    return GRAPH.legalActs(this).stream().allMatch(Act.DISCARD::equals);
  }
}
