package org.xingfuli.evidence.model;

/** What a verification may find wrong with an item. */
public enum Finding {
  FILE_MISSING,
  /** The file's bytes are not those that came in. */
  FILE_CHANGED,
  /** The row is gone, though the audit chain knows of it. */
  ROW_MISSING,
  /** Something on record is not what was sealed. */
  ROW_CHANGED,
  /** The audit chain holds no record of it. */
  RECORD_MISSING,
  /** The record in the audit chain was changed itself. */
  RECORD_CHANGED,
  /** Withdrawn or brought back without a record. */
  WITHDRAWAL_CHANGED
}
