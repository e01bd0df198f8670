package org.xingfuli.evidence;

import java.util.UUID;

/** Knows the subjects of one type that evidence may be uploaded for, such as buildings; their module provides it. */
public interface SubjectKeeper {

  /** The subject's type, such as {@code building}. */
  String type();

  /** Whether there is such a subject in the estate, with the eyes of the current scope. */
  boolean has(UUID subject, UUID estate);
}
