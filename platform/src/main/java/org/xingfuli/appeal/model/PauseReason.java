package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;

/** Why a clock may stand still; there is no other reason. Which of them a district allows is configured, each with its source. */
public enum PauseReason {
  /** The complainant was asked for papers and has not brought them. */
  AWAITING_MATERIAL("待诉求人补充材料", "The complainant must add papers"),
  /** What a laboratory or an appraiser finds decides the reply. */
  AWAITING_APPRAISAL("等待鉴定或检测结论", "An appraisal or a test is awaited"),
  /** 民法典180: unforeseeable, unavoidable, insurmountable. */
  FORCE_MAJEURE("不可抗力", "Force majeure"),
  /** The same matter is before a court or a reviewing authority. */
  IN_PROCEEDINGS("司法或复议程序中", "Before a court or in review"),
  /** The complainant asked in writing to wait. */
  AT_REQUEST("诉求人书面要求暂缓", "The complainant asked in writing to wait");

  private final Words words;

  PauseReason(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
