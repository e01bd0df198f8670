package org.xingfuli.engine.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the numbers of buildings in one way: 11号楼, 十一栋, 11幢, 11座 and 11# all become 11栋, Chinese numerals before 号, 号院, 单元
 * and 期 become digits. Each character still knows where it stood.
 */
final class BuildingNumbers {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,5})(号楼|栋楼|幢楼|#楼|号院|单元|栋|幢|座|#|期|号)");
  private static final Map<String, String> SUFFIX = Map.of("号楼", "栋", "栋楼", "栋", "幢楼", "栋", "#楼", "栋", "幢", "栋", "座", "栋", "#", "栋");

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> from = new ArrayList<>();
  private final List<Integer> to = new ArrayList<>();

  private BuildingNumbers() {}

  static BuildingNumbers of(String original) {
    // White space goes first: cut texts put it between a number and its word.
    StringBuilder tight = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < original.length(); i++) {
      char c = Plain.folded(original.charAt(i));
      if (!Character.isWhitespace(c)) {
        tight.append(c);
        places.add(i);
      }
    }
    BuildingNumbers one = new BuildingNumbers();
    Matcher number = NUMBER.matcher(tight);
    int at = 0;
    while (number.find()) {
      one.copy(tight, places, at, number.start());
      String written = digits(number.group(1)) + SUFFIX.getOrDefault(number.group(2), number.group(2));
      for (char c : written.toCharArray()) {
        one.put(c, places.get(number.start()), places.get(number.end() - 1) + 1);
      }
      at = number.end();
    }
    one.copy(tight, places, at, tight.length());
    return one;
  }

  private void copy(StringBuilder tight, List<Integer> places, int start, int end) {
    for (int i = start; i < end; i++) {
      put(tight.charAt(i), places.get(i), places.get(i) + 1);
    }
  }

  private void put(char c, int start, int end) {
    text.append(c);
    from.add(start);
    to.add(end);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  int originalFrom(int i) {
    return from.get(i);
  }

  /** Behind the last character of the original that made this one. */
  int originalTo(int i) {
    return to.get(i);
  }

  /** 十一 → 11, 二十 → 20, 一百零二 → 102, 一一 → 11; digits stay. */
  static String digits(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return String.valueOf(Integer.parseInt(number));
    }
    String plain = number.replace('〇', '零').replace('两', '二');
    if (plain.indexOf('十') < 0 && plain.indexOf('百') < 0) {
      StringBuilder read = new StringBuilder();
      plain.chars().forEach(c -> read.append(DIGITS.indexOf(c)));
      return read.toString();
    }
    int value = 0;
    int digit = -1;
    for (char c : plain.toCharArray()) {
      if (c == '百' || c == '十') {
        value += (digit < 0 ? 1 : digit) * (c == '百' ? 100 : 10);
        digit = -1;
      } else {
        digit = DIGITS.indexOf(c);
      }
    }
    return String.valueOf(value + Math.max(0, digit));
  }
}
