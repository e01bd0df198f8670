package org.xingfuli.exchange.plans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Span;

/**
 * A programme's dates as iCalendar (RFC 5545) for the calendars on people's phones: one event of whole days for each
 * activity, its end the day after its last; a node's date as an event of its own. An event keeps its UID while its id
 * stays, so that a calendar moves it instead of showing it twice.
 */
public final class ProgrammeCalendar {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  /** Bytes of a line, its end left out (RFC 5545, 3.1). */
  private static final int LONGEST = 75;

  private final Appendable to;

  private ProgrammeCalendar(Appendable to) {
    this.to = to;
  }

  /**
   * @param scope what tells this programme's events from those of others
   * @param at when it was written
   */
  public static void write(Programme programme, String scope, Instant at, Appendable to) throws IOException {
    new ProgrammeCalendar(to).write(programme, scope, at);
  }

  private void write(Programme programme, String scope, Instant at) throws IOException {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Xingfuli//Programme//ZH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + escaped(programme.name()));
    boolean[] ends = programme.endsWork();
    for (int i = 0; i < programme.activities().size(); i++) {
      var activity = programme.activities().get(i);
      var planned = activity.planned();
      if (planned != null) {
        event(scope + "/" + activity.id(), at, Programme.firstDay(planned, ends[i]), Programme.lastDay(planned, ends[i]),
            summary(programme, activity), String.join(" / ", activity.groups()));
      }
    }
    for (var due : programme.dues()) {
      var activity = programme.activities().get(due.activity());
      event(scope + "/" + activity.id() + "/" + due.code(), at, due.by(), due.by(),
          "◆ " + due.code() + " " + summary(programme, activity), "");
    }
    line("END:VCALENDAR");
  }

  private static String summary(Programme programme, Activity activity) {
    var name = activity.name().isBlank() ? activity.id() : activity.name();
    return programme.projects().size() > 1 ? programme.projects().get(activity.project()) + " · " + name : name;
  }

  private void event(String id, Instant at, LocalDate first, LocalDate last, String summary, String description)
      throws IOException {
    line("BEGIN:VEVENT");
    line("UID:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "@xingfuli");
    line("DTSTAMP:" + STAMP.format(at));
    line("DTSTART;VALUE=DATE:" + DAY.format(first));
    line("DTEND;VALUE=DATE:" + DAY.format(new Span(first, last.plusDays(1)).end()));
    line("SUMMARY:" + escaped(summary));
    if (!description.isEmpty()) {
      line("DESCRIPTION:" + escaped(description));
    }
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n")
        .replace("\r", "\\n").replaceAll("\\p{Cntrl}", " ");
  }

  /** A line in pieces of at most 75 bytes, none of which cuts a character. */
  private void line(String text) throws IOException {
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + length > LONGEST) {
        to.append("\r\n ");
        bytes = 1;
      }
      to.append(text, i, i + Character.charCount(point));
      bytes += length;
      i += Character.charCount(point);
    }
    to.append("\r\n");
  }
}
