package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** What somebody wants. */
public enum AppealKind {
  CONSULTATION("咨询", "Consultation"),
  HELP("求助", "Request for help"),
  COMPLAINT("投诉", "Complaint"),
  SUGGESTION("建议", "Suggestion"),
  REPORT("举报", "Report"),
  PETITION("信访", "Petition");

  private final Words words;

  AppealKind(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
