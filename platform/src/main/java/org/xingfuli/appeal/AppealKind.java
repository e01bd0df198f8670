package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** What an appeal wants, as the hotline divides it; the time limit follows it. */
public enum AppealKind {
  CONSULTATION("咨询", "Consultation"),
  HELP("求助", "Request for help"),
  COMPLAINT("投诉", "Complaint"),
  SUGGESTION("建议", "Suggestion"),
  REPORT("举报", "Report of wrongdoing"),
  /** 信访: with rights and periods of its own (信访工作条例, before 2022-05-01 信访条例). */
  PETITION("信访", "Petition");

  private final Words words;

  AppealKind(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
