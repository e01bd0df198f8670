package org.xingfuli.database;

import java.util.Set;

/** A bean that hears what is posted on the {@link Bulletin}, on whatever node of the platform. */
public interface BulletinHearer {

  /** Sessions that ended, however they did, or a token that was revoked; the text is the person's id. */
  String SESSION_ENDED = "database.session-ended";

  /** The business day changed, or how a demo's days pass; the text is the day. */
  String DAY_CHANGED = "database.day-changed";

  /** What it wants to hear of, such as {@code command.chart}. */
  Set<String> topics();

  /** Somebody posted. All hearers of a node are told on one thread: whoever has more to do starts a thread for it. */
  void heard(String topic, String text);

  /** Listening begins, for the first time or after the database was away: what was posted before may have been missed. */
  void missed();
}
