package org.xingfuli.estate;

/** The four lanes of a renovation: 拆, 改, 建, 管. */
public enum WorkLane {
  DEMOLISH,
  RENEW,
  BUILD,
  MANAGE
}
