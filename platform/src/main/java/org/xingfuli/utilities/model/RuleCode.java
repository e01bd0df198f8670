package org.xingfuli.utilities.model;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xingfuli.kernel.Refusal;

/** The rules an outage keeps to, and what the value of each may be. Their sources stand beside the rows. */
public enum RuleCode {
  TWO_SERVICES("outage.two-services-one-day", Kind.YES_OR_NO, 0, 0),
  HOLIDAYS("outage.on-holidays", Kind.YES_OR_NO, 0, 0),
  EXAM_DAYS("outage.on-exam-days", Kind.YES_OR_NO, 0, 0),
  /** Hour of the day in Asia/Shanghai. */
  EARLIEST("outage.earliest", Kind.HOUR, 0, 0),
  LATEST("outage.latest", Kind.HOUR, 0, 0),
  /** Days, both ends included. */
  MOST_DAYS("outage.most-days", Kind.NUMBER, 1, 60),
  /** Calendar days between request and window. */
  LEAD_DAYS("request.lead-days", Kind.NUMBER, 0, 60),
  /** Hours between sheet and outage. */
  SHEET_HOURS("sheet.hours", Kind.NUMBER, 1, 240);

  private enum Kind { YES_OR_NO, HOUR, NUMBER }

  private final String code;
  private final Kind kind;
  private final int least;
  private final int most;

  RuleCode(String code, Kind kind, int least, int most) {
    this.code = code;
    this.kind = kind;
    this.least = least;
    this.most = most;
  }

  public String code() {
    return code;
  }

  public static Optional<RuleCode> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** The value as it is kept: an hour without seconds, a number without zeros before it; what is no value stays. */
  public String plain(String value) {
    var bare = value.strip();
    if (!faults(bare, "").isEmpty()) {
      return bare;
    }
    return switch (kind) {
      case YES_OR_NO -> bare;
      case HOUR -> LocalTime.parse(bare).withSecond(0).withNano(0).toString();
      case NUMBER -> Integer.toString(Integer.parseInt(bare));
    };
  }

  /** @param at JSON pointer of the value */
  public List<Refusal> faults(String value, String at) {
    return switch (kind) {
      case YES_OR_NO -> value.equals("yes") || value.equals("no")
          ? List.of() : List.of(Refusal.of("utilities.rule-yes-or-no", Map.of("value", value, "pointer", at)));
      case HOUR -> hour(value)
          ? List.of() : List.of(Refusal.of("utilities.rule-hour", Map.of("value", value, "pointer", at)));
      case NUMBER -> value.matches("\\d{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most
          ? List.of()
          : List.of(Refusal.of("utilities.rule-number",
              Map.of("value", value, "least", least, "most", most, "pointer", at)));
    };
  }

  private static boolean hour(String value) {
    try {
      LocalTime.parse(value);
      return true;
    } catch (DateTimeException notATime) {
      return false;
    }
  }
}
