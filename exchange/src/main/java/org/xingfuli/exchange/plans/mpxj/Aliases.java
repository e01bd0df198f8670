package org.xingfuli.exchange.plans.mpxj;

/** Columns of ours that a foreign file carries in its fields for users. */
final class Aliases {

  static final String ID = "Xingfuli id";
  static final String WBS = "Xingfuli WBS";
  static final String NODE = "Xingfuli node";
  static final String WEIGHT = "Xingfuli weight";
  static final String RAIN = "Xingfuli rain";

  private Aliases() {}
}
