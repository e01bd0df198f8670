package org.xingfuli.estate.model;

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

  /** Whether nothing more will happen to it. */
  public boolean ended() {
    return this == FAULTY || this == DONE || this == FAILED || this == DISCARDED;
  }
}
