package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;

/** The seven links of the loop of an appeal, as the command centre's draft rule names them (domain.md 2.6). */
public enum Link {
  ACCEPT("一门受理", "Accepted at one door"),
  DISPATCH("一体派发", "Dispatched as one"),
  HANDLE("分类处置", "Handled by kind"),
  COOPERATE("协调联动", "Handled jointly"),
  CALL_BACK("复核回访", "Verified and called back"),
  SUPERVISE("督办问效", "Supervised"),
  ARCHIVE("办结归档", "Closed and archived");

  private final Words words;

  Link(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
