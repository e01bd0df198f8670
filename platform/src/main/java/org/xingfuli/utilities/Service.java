package org.xingfuli.utilities;

/** What a utility delivers to a building, and what it signs for. */
public enum Service {
  WATER("停水"),
  GAS("停气"),
  POWER("停电"),
  TELECOM("停网");

  private final String outage;

  Service(String outage) {
    this.outage = outage;
  }

  /** What people call it when it is off. */
  public String outage() {
    return outage;
  }
}
