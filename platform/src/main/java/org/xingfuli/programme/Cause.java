package org.xingfuli.programme;

/** What moves a date against the frozen plan; a waterfall's bars carry these. */
public enum Cause {
  /** Days lost on the activity itself, by the reason reported. */
  LOST(Words.of("停工", "days lost")),
  /** More days than planned for which no loss was reported. */
  SLOW(Words.of("进度慢于计划", "slower than planned")),
  /** Fewer days than planned. */
  FAST(Words.of("进度快于计划", "faster than planned")),
  /** Could have started, and started later or has not been reported as started. */
  NOT_STARTED(Words.of("未按时开工", "not started in time")),
  /** Planned to be finished by now and not reported so. */
  OVERDUE(Words.of("到期未报完成", "due and not reported finished")),
  /** The crew is held elsewhere. */
  CREW(Words.of("等班组", "waiting for the crew")),
  /** Weekends and holidays fall differently. */
  CALENDAR(Words.of("节假日错位", "holidays fall differently")),
  /** Time the frozen plan had left between two activities, used up. */
  BUFFER(Words.of("计划余量吸收", "absorbed by slack in the plan")),
  /** Started earlier than frozen. */
  EARLY(Words.of("提前开工", "started early")),
  /** The order of the frozen plan lets it start at another time. */
  ORDER(Words.of("工序顺延", "moved with the order of the plan"));

  private final Words label;

  Cause(Words label) {
    this.label = label;
  }

  public Words label() {
    return label;
  }
}
