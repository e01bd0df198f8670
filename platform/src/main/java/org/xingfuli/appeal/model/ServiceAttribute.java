package org.xingfuli.appeal.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xingfuli.kernel.Refusal;

/**
 * A question of a service beside the words (Open311 GeoReport v2, GET Service Definition).
 *
 * @param code what answers are sent under, {@code attribute[CODE]}
 * @param values keys of a list and what they are called; none for the other kinds
 */
public record ServiceAttribute(String code, Datatype datatype, boolean required, String description, Map<String, String> values) {

  /** What an answer may be. */
  public enum Datatype { STRING, NUMBER, DATETIME, TEXT, SINGLEVALUELIST, MULTIVALUELIST }

  private static final int MOST = 500;

  /** What is wrong with the answers. */
  public List<Refusal> faults(List<String> answers) {
    var faults = new ArrayList<Refusal>();
    var given = answers.stream().filter(answer -> !answer.isBlank()).toList();
    if (required && given.isEmpty()) {
      faults.add(Refusal.of("appeal.open311-attribute-missing", Map.of("pointer", pointer(), "code", code, "what", description)));
    }
    if (given.size() > 1 && datatype != Datatype.MULTIVALUELIST) {
      faults.add(Refusal.of("appeal.open311-attribute-once", Map.of("pointer", pointer(), "code", code)));
    }
    given.stream().filter(answer -> !fits(answer)).forEach(answer -> faults.add(Refusal.of("appeal.open311-attribute-value",
        Map.of("pointer", pointer(), "code", code, "value", answer.length() > 40 ? answer.substring(0, 40) + "…" : answer,
            "known", values.isEmpty() ? datatype.name().toLowerCase(Locale.ROOT) : String.join("、", values.keySet())))));
    return faults;
  }

  private String pointer() {
    return "/attribute[" + code + "]";
  }

  private boolean fits(String answer) {
    return switch (datatype) {
      case STRING, TEXT -> answer.length() <= MOST;
      case NUMBER -> number(answer);
      case DATETIME -> moment(answer);
      case SINGLEVALUELIST, MULTIVALUELIST -> values.containsKey(answer);
    };
  }

  private static boolean number(String answer) {
    try {
      return answer.length() <= MOST && new BigDecimal(answer.strip()).precision() > 0;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static boolean moment(String answer) {
    try {
      return OffsetDateTime.parse(answer.strip()).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** The answers as a clerk reads them. */
  public String read(List<String> answers) {
    return description + "：" + answers.stream().filter(answer -> !answer.isBlank())
        .map(answer -> values.getOrDefault(answer, answer.strip())).collect(Collectors.joining("、"));
  }
}
