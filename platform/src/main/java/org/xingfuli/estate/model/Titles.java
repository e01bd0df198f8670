package org.xingfuli.estate.model;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xingfuli.wire.Mask;

/** How buildings and households are called on screens and found in search. */
public final class Titles {

  private static final Pattern DOOR = Pattern.compile("(?<=单元 ).*(?=室$)");

  private Titles() {}

  /** Such as {@code 虹桥新村 12号楼}. */
  public static String building(String estate, String number) {
    return estate + ' ' + number + (number.endsWith("楼") ? "" : "号楼");
  }

  /** Such as {@code 虹桥新村 12号楼 3单元 402室}. */
  public static String household(String estate, String building, int stairwell, String door) {
    return building(estate, building) + ' ' + stairwell + "单元 " + door + "室";
  }

  /** The title of a household with its door masked. */
  public static String masked(String household) {
    return DOOR.matcher(household).replaceAll(door -> Matcher.quoteReplacement(Objects.requireNonNullElse(Mask.door(door.group()), "*")));
  }
}
