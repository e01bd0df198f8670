package org.xingfuli.appeal.model;

/** What may explain an appeal. */
public enum AnnouncementKind {
  /** A service is switched off as was announced. */
  OUTAGE,
  /** An activity on the site runs. */
  WORKS
}
