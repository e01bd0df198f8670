package org.xingfuli.utilities.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an outage must keep to, as it is configured. */
public record Rules(Map<String, String> values, Map<LocalDate, String> examDays) {

  /** One configured value as people see it. */
  public record Row(String code, String value, boolean unconfirmed, String source) {}

  public static Rules of(List<Row> rows, Map<LocalDate, String> examDays) {
    return new Rules(rows.stream().collect(Collectors.toMap(Row::code, Row::value)), examDays);
  }

  public boolean twoServicesOneDay() {
    return yes("outage.two-services-one-day");
  }

  public boolean onHolidays() {
    return yes("outage.on-holidays");
  }

  public boolean onExamDays() {
    return yes("outage.on-exam-days");
  }

  public LocalTime earliest() {
    return LocalTime.parse(value("outage.earliest"));
  }

  public LocalTime latest() {
    return LocalTime.parse(value("outage.latest"));
  }

  public int mostDays() {
    return Integer.parseInt(value("outage.most-days"));
  }

  public int leadDays() {
    return Integer.parseInt(value("request.lead-days"));
  }

  public int noticeHours() {
    return Integer.parseInt(value("notice.hours"));
  }

  private boolean yes(String code) {
    return value(code).equals("yes");
  }

  private String value(String code) {
    var value = values.get(code);
    if (value == null) {
      throw new IllegalStateException("no rule " + code);
    }
    return value;
  }
}
