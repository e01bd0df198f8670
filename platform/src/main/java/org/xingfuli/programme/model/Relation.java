package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * One predecessor of an activity: {@code P01SS+10} is "starts at least 10 days after P01 starts".
 *
 * @param predecessor code of the activity waited for
 * @param lagDays days of the successor's calendar, negative when they overlap
 */
public record Relation(String predecessor, Kind kind, int lagDays) {

  /** Which end waits for which end. */
  public enum Kind { FS, SS, FF, SF }

  private static final Pattern NOTATION = Pattern.compile("\\s*([A-Z]\\d{2})(FS|SS|FF|SF)([+-]\\d{1,3})?\\s*");

  /** Reads {@code P01SS+10;D04FF+5}; blank means no predecessor. Names every part it cannot read. */
  public static List<Relation> parse(String notation) {
    var relations = new ArrayList<Relation>();
    var refusals = new ArrayList<Refusal>();
    for (var part : notation.isBlank() ? new String[0] : notation.split("[;；]", -1)) {
      var match = NOTATION.matcher(part);
      if (match.matches()) {
        var lag = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        relations.add(new Relation(match.group(1), Kind.valueOf(match.group(2)), lag));
      } else {
        refusals.add(Refusal.of("programme.predecessor-unreadable", Map.of("part", part.strip())));
      }
    }
    if (!refusals.isEmpty()) {
      throw new Refused(refusals);
    }
    return List.copyOf(relations);
  }

  /** The notation {@link #parse} reads. */
  public String notation() {
    return predecessor + kind + (lagDays < 0 ? "" : "+") + lagDays;
  }

  public static String notation(List<Relation> relations) {
    return String.join(";", relations.stream().map(Relation::notation).toList());
  }
}
