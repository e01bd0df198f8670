package org.xingfuli.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with the chain.
 *
 * @param seq number of the link, null for an entry that has none
 */
record AuditFault(@Nullable Long seq, Kind kind, String message) {

  /** What was done to it. */
  enum Kind { CHANGED, DELETED, REORDERED, CUT_TAIL, UNSEALED }
}
