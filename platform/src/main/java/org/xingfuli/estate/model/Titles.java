package org.xingfuli.estate.model;

/** How buildings and households are called on screens and found in search. */
public final class Titles {

  private Titles() {}

  /** Such as {@code 虹桥新村 12号楼}. */
  public static String building(String estate, String number) {
    return estate + ' ' + number + (number.endsWith("楼") ? "" : "号楼");
  }

  /** Such as {@code 虹桥新村 12号楼 3单元 402室}. */
  public static String household(String estate, String building, int stairwell, String door) {
    return building(estate, building) + ' ' + stairwell + "单元 " + door + "室";
  }
}
