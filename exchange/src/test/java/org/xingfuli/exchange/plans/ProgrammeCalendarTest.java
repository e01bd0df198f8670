package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.model.WorkDays;

/** RFC 5545 as the calendars of phones read it. */
class ProgrammeCalendarTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
  private static final Instant AT = Instant.parse("2026-04-01T02:03:04Z");

  private static Programme programme(LocalDate start) {
    var work = new Activity("A", "", "挖沟，铺管; \\ 回填\n" + "很长的名称".repeat(20), List.of(), 0, 5, 0, null, false, List.of(),
        new Span(start, start.plusDays(5)), null, null);
    var done = new Activity("B", "", "完成", List.of(), 0, 0, 0, null, false, List.of(),
        new Span(start.plusDays(5), start.plusDays(5)), null, null);
    return new Programme("计划", DAY, List.of("p"), List.of(WorkDays.everyDay("每天")), List.of(), List.of(work, done),
        List.of(Tie.elapsed(0, 1, Link.Kind.FS, 0)), List.of(new Due("M1", 1, start.plusDays(9), 1)), Set.of());
  }

  private static String written(Programme programme) throws IOException {
    var text = new StringBuilder();
    ProgrammeCalendar.write(programme, "year-1", AT, text);
    return text.toString();
  }

  @Test
  void anEventEndsTheDayAfterItsLast() throws IOException {
    var text = written(programme(DAY));
    assertThat(text).contains("DTSTART;VALUE=DATE:20260420\r\nDTEND;VALUE=DATE:20260425\r\n")
        .contains("DTSTART;VALUE=DATE:20260424\r\nDTEND;VALUE=DATE:20260425\r\n")
        .contains("DTSTART;VALUE=DATE:20260429\r\nDTEND;VALUE=DATE:20260430\r\n")
        .contains("DTSTAMP:20260401T020304Z\r\n");
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void linesAreFoldedBetweenCharactersAndUnfoldToWhatWasMeant() throws IOException {
    var text = written(programme(DAY));
    assertThat(text.split("\r\n")).allSatisfy(line ->
        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:挖沟，铺管\\; \\\\ 回填\\n" + "很长的名称".repeat(20) + "\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void anEventKeepsItsNumberWhenItMoves() throws IOException {
    assertThat(uids(written(programme(DAY)))).isEqualTo(uids(written(programme(DAY.plusDays(3))))).hasSize(3)
        .doesNotHaveDuplicates();
  }

  private static List<String> uids(String text) {
    return text.lines().filter(line -> line.startsWith("UID:")).toList();
  }
}
