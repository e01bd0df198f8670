package org.xingfuli.exchange.estates;

/**
 * Beyond these a value is taken for a slip of the hand. They are assumptions of ours (the largest estate of domain.md
 * has 75 buildings), wide enough for any estate of a district; areas in ㎡, lengths in m.
 */
public final class EstateLimits {

  public static final int CODE = 32;
  public static final int TEXT = 60;
  public static final int ADDRESS = 120;
  public static final int YEAR_MIN = 1900;
  public static final int YEAR_MAX = 2035;
  public static final int ESTATE_AREA = 2_000_000;
  public static final int BUILDING_AREA = 200_000;
  public static final int HOUSEHOLD_AREA = 2_000;
  public static final int LENGTH = 200_000;
  public static final int COUNT = 20_000;
  public static final int STOREYS = 60;
  public static final int STAIRWELLS = 40;

  /** Sums may exceed the stated whole by so many thousandths: floor areas are measured, and rounded, one by one. */
  public static final int SUM_TOLERANCE = 5;

  private EstateLimits() {}
}
