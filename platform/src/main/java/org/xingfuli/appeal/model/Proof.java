package org.xingfuli.appeal.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows that an outcome is so.
 *
 * @param target id of the evidence or of the activity
 * @param words what it shows; of a paper its number and who issued it, of an own word what was said and how
 */
public record Proof(Kind kind, @Nullable UUID target, String words) {

  /** Where the proof stands. */
  public enum Kind {
    /** A photo or a document among the evidence. */
    EVIDENCE,
    /** An activity of the programme that is finished. */
    ACTIVITY,
    /** A paper that is kept elsewhere, such as a letter of reply. */
    PAPER,
    /** The complainant's own word, given when answered in person. */
    OWN_WORD
  }
}
