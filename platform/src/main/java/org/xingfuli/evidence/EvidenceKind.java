package org.xingfuli.evidence;

/** What evidence is to people: something to look at, or something to open. */
public enum EvidenceKind {
  PHOTO,
  DOCUMENT
}
