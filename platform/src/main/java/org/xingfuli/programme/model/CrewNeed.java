package org.xingfuli.programme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** So many crews of a kind, held for the whole activity; written {@code pipe_crew:2}. */
public record CrewNeed(String crew, int number) {

  private static final Pattern NOTATION = Pattern.compile("\\s*([a-z_]+):([1-9]\\d?)\\s*");

  public static List<CrewNeed> parse(String notation) {
    var needs = new ArrayList<CrewNeed>();
    for (var part : notation.isBlank() ? new String[0] : notation.split("[;；]", -1)) {
      var match = NOTATION.matcher(part);
      if (!match.matches()) {
        throw new Refused(Refusal.of("programme.crew-unreadable", Map.of("part", part.strip())));
      }
      needs.add(new CrewNeed(match.group(1), Integer.parseInt(match.group(2))));
    }
    return List.copyOf(needs);
  }

  public String notation() {
    return crew + ":" + number;
  }

  public static String notation(List<CrewNeed> needs) {
    return String.join(";", needs.stream().map(CrewNeed::notation).toList());
  }
}
