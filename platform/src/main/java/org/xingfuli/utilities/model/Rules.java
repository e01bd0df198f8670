package org.xingfuli.utilities.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.utilities.RequestKind;

/** What an outage must keep to, as it is configured. */
public record Rules(Map<String, String> values, Map<LocalDate, String> examDays) {

  /**
   * One configured value as people see it.
   *
   * @param unconfirmed an assumption of ours until the district or the utilities state it
   * @param source what it rests on
   */
  public record Row(String code, String value, boolean unconfirmed, String source, int version) {}

  /** A day on which young people sit an examination. */
  public record ExamDay(LocalDate day, String name, boolean unconfirmed, String source, int version) {}

  /** An activity of the template that starts no earlier than what was asked of the service is agreed for. */
  public record Waiting(RequestKind kind, UtilityService service, String activityCode, boolean unconfirmed, String source,
      int version) {}

  public static Rules of(List<Row> rows, Map<LocalDate, String> examDays) {
    return new Rules(rows.stream().collect(Collectors.toMap(Row::code, Row::value)), examDays);
  }

  public boolean twoServicesOneDay() {
    return yes(RuleCode.TWO_SERVICES);
  }

  public boolean onHolidays() {
    return yes(RuleCode.HOLIDAYS);
  }

  public boolean onExamDays() {
    return yes(RuleCode.EXAM_DAYS);
  }

  public LocalTime earliest() {
    return LocalTime.parse(value(RuleCode.EARLIEST));
  }

  public LocalTime latest() {
    return LocalTime.parse(value(RuleCode.LATEST));
  }

  public int mostDays() {
    return Integer.parseInt(value(RuleCode.MOST_DAYS));
  }

  public int leadDays() {
    return Integer.parseInt(value(RuleCode.LEAD_DAYS));
  }

  public int noticeHours() {
    return Integer.parseInt(value(RuleCode.SHEET_HOURS));
  }

  private boolean yes(RuleCode code) {
    return value(code).equals("yes");
  }

  private String value(RuleCode code) {
    var value = values.get(code.code());
    if (value == null) {
      throw new IllegalStateException("no rule " + code.code());
    }
    return value;
  }
}
