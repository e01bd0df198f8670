package org.xingfuli.programme;

/** Why days were lost on site, or why a lower percentage corrects a higher one, as the person who reports says it. */
public enum LossReason {
  RAIN("雨停", "rain"),
  CREW("班组不足", "crew short"),
  MATERIAL("材料未到", "material late"),
  RESIDENTS("居民未签约或未配合", "residents' signatures or consent outstanding"),
  PERMIT("手续未办结", "permit outstanding"),
  UTILITY("管线单位未配合", "utility not ready"),
  SAFETY("安全停工", "stopped for safety"),
  REWORK("返工", "rework"),
  MISREPORTED("上次填报有误", "misreported before"),
  OTHER("其他原因", "other reason");

  private final Words label;

  LossReason(String zh, String en) {
    this.label = Words.of(zh, en);
  }

  public Words label() {
    return label;
  }

  /** Whether days can be lost for it; a misreport corrects, it stops no work. */
  public boolean losesDays() {
    return this != MISREPORTED;
  }
}
