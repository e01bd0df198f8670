package org.xingfuli.exchange.plans;

import java.nio.charset.StandardCharsets;

/** A small MSPDI file put together by hand. */
final class Mspdi {

  static final String NAMESPACE = " xmlns=\"http://schemas.microsoft.com/project\"";
  /** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00; 1 May and its two neighbours off, Saturday 9 May worked. */
  static final String STANDARD = calendar(1, "Standard", """
      <Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2026-05-01T00:00:00</FromDate>
      <ToDate>2026-05-05T23:59:00</ToDate></TimePeriod><Occurrences>5</Occurrences><Name>劳动节</Name><Type>1</Type>
      <DayWorking>0</DayWorking></Exception>
      <Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod><FromDate>2026-05-09T00:00:00</FromDate>
      <ToDate>2026-05-09T23:59:00</ToDate></TimePeriod><Occurrences>1</Occurrences><Type>1</Type><DayWorking>1</DayWorking>
      <WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
      <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></Exception>""");

  private final StringBuilder tasks = new StringBuilder();
  private String calendars = STANDARD;
  private String resources = "";
  private String assignments = "";
  private String namespace = NAMESPACE;
  private String start = "<StartDate>2026-04-20T08:00:00</StartDate>";

  static String calendar(int uid, String name, String exceptions) {
    var week = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      boolean works = day != 1 && day != 7;
      week.append("<WeekDay><DayType>").append(day).append("</DayType><DayWorking>").append(works ? 1 : 0)
          .append("</DayWorking>").append(works ? """
              <WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
              <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>""" : "")
          .append("</WeekDay>");
    }
    return "<Calendar><UID>" + uid + "</UID><Name>" + name + "</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>" + week
        + "</WeekDays><Exceptions>" + exceptions + "</Exceptions></Calendar>";
  }

  /** Works around the clock, every day. */
  static String roundTheClock(int uid) {
    var week = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      week.append("<WeekDay><DayType>").append(day).append("</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>")
          .append("<FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>");
    }
    return "<Calendar><UID>" + uid + "</UID><Name>24 Hours</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>" + week
        + "</WeekDays></Calendar>";
  }

  Mspdi calendars(String more) {
    calendars += more;
    return this;
  }

  Mspdi namespace(String value) {
    namespace = value;
    return this;
  }

  Mspdi start(String element) {
    start = element;
    return this;
  }

  /** A task of hours; the rest is any further elements. */
  Mspdi task(int uid, String name, int hours, String from, String to, String more) {
    return raw(uid, name, "<OutlineLevel>1</OutlineLevel><Duration>PT" + hours + "H0M0S</Duration><DurationFormat>7</DurationFormat>"
        + "<Start>" + from + ":00</Start><Finish>" + to + ":00</Finish>" + more);
  }

  Mspdi raw(int uid, String name, String elements) {
    tasks.append("<Task><UID>").append(uid).append("</UID><ID>").append(uid).append("</ID><Name>").append(name)
        .append("</Name>").append(elements).append("</Task>\n");
    return this;
  }

  Mspdi resource(int uid, String name, String more) {
    resources += "<Resource><UID>" + uid + "</UID><ID>" + uid + "</ID><Name>" + name + "</Name>" + more + "</Resource>\n";
    return this;
  }

  Mspdi assign(int task, int resource, String units) {
    assignments += "<Assignment><UID>" + (100 * task + resource) + "</UID><TaskUID>" + task + "</TaskUID><ResourceUID>" + resource
        + "</ResourceUID><Units>" + units + "</Units><Work>PT8H0M0S</Work></Assignment>\n";
    return this;
  }

  static String after(int uid, int type, int lagTenths, int format) {
    return "<PredecessorLink><PredecessorUID>" + uid + "</PredecessorUID><Type>" + type + "</Type><CrossProject>0</CrossProject>"
        + "<LinkLag>" + lagTenths + "</LinkLag><LagFormat>" + format + "</LagFormat></PredecessorLink>";
  }

  /** Finish to start without lag. */
  static String after(int uid) {
    return after(uid, 1, 0, 7);
  }

  String text() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project" + namespace + "><Name>试验.xml</Name>" + start
        + "<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>"
        + "<Calendars>" + calendars + "</Calendars>\n<Tasks>\n" + tasks + "</Tasks>\n<Resources>" + resources
        + "</Resources><Assignments>" + assignments + "</Assignments></Project>\n";
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
