package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.exchange.plans.PlanFile;
import org.xingfuli.exchange.plans.PlanFiles;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.identity.Browser;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.Staff;
import tools.jackson.databind.JsonNode;

/** A district's own plan in the formats of other planning software, and theirs held against ours. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class PlanExchangeTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;

  private AYear.Frozen year;
  private Browser planner;

  @BeforeAll
  void aYearIsFrozen() {
    year = years.frozen();
    planner = new Browser(port).signedIn(staff.withRole(Role.PLANNER, "320613"));
  }

  private byte[] file(String what) {
    return file(planner, what);
  }

  private byte[] file(Browser reader, String what) {
    try (var in = reader.open("/api/programmes/" + year.programme() + "/" + what)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** 55 activities a project, calendars with holidays and make-up days, shared crews: the same in every format. */
  @Test
  void theFrozenPlanGoesThroughEveryFormatAsItIs() {
    var plan = planner.get("/api/programmes/" + year.programme() + "/timetable").body().at("/planId").asString();
    var mspdi = PlanFiles.read(file("timetable.xml?plan=" + plan));
    var xer = PlanFiles.read(file("timetable.xer?plan=" + plan));
    var book = PlanFiles.read(file("programme.xlsx?plan=" + plan));
    assertThat(List.of(mspdi.format(), xer.format(), book.format()))
        .containsExactly(PlanFile.Format.MSPDI, PlanFile.Format.XER, PlanFile.Format.WORKBOOK);
    assertThat(mspdi.losses()).isEmpty();
    assertThat(xer.losses()).isEmpty();
    var shown = planner.get("/api/programmes/" + year.programme() + "/timetable?plan=" + plan).body();
    for (var read : List.of(mspdi, xer, book)) {
      var as = read.format().name();
      assertThat(dates(read.programme())).as(as).isEqualTo(dates(shown));
      assertThat(read.programme().ties()).as(as).hasSize(shown.at("/links").size());
      assertThat(rows(read.programme())).as(as).isEqualTo(rows(book.programme()));
      assertThat(ties(read.programme())).as(as).isEqualTo(ties(book.programme()));
      assertThat(read.programme().crews()).as(as).containsExactlyInAnyOrderElementsOf(book.programme().crews());
      assertThat(read.programme().dues()).as(as).hasSize(book.programme().dues().size()).isNotEmpty();
    }
    var office = book.programme().calendars().stream().filter(days -> days.week().size() == 5).findFirst().orElseThrow();
    assertThat(office.exceptions()).containsEntry(LocalDate.of(2022, 4, 2), true).containsEntry(LocalDate.of(2022, 5, 2), false);
  }

  private static Set<String> dates(Programme programme) {
    var dates = new HashSet<String>();
    programme.activities().forEach(a -> dates.add(
        programme.projects().get(a.project()) + " " + a.name() + " " + a.planned().start() + " " + a.planned().last()));
    return dates;
  }

  private static Set<String> dates(JsonNode timetable) {
    var names = new HashMap<String, String>();
    timetable.at("/projects").forEach(p -> names.put(p.at("/id").asString(), p.at("/name").asString()));
    var dates = new HashSet<String>();
    timetable.at("/activities").forEach(a -> dates.add(names.get(a.at("/projectId").asString()) + " " + a.at("/name/zh").asString()
        + " " + a.at("/start").asString() + " " + a.at("/finish").asString()));
    return dates;
  }

  private static Set<List<Object>> rows(Programme programme) {
    var rows = new HashSet<List<Object>>();
    programme.activities().forEach(a -> rows.add(List.of(a.id(), a.wbs(), a.name(), a.groups(), a.days(),
        programme.calendars().get(a.calendar()).week(), programme.calendars().get(a.calendar()).exceptions(),
        String.valueOf(a.notBefore()), a.demands().stream().map(d -> programme.crews().get(d.crew()).code() + d.number()).sorted().toList())));
    return rows;
  }

  private static Set<List<Object>> ties(Programme programme) {
    var ties = new HashSet<List<Object>>();
    programme.ties().forEach(t -> ties.add(List.of(programme.activities().get(t.from()).id(),
        programme.activities().get(t.to()).id(), t.kind(), t.lag(), t.calendar())));
    return ties;
  }

  @Test
  void theForecastCarriesTheFrozenDatesAsBaseline() {
    var read = PlanFiles.read(file("timetable.xml?project=" + year.projects().getFirst()));
    assertThat(read.programme().projects()).hasSize(1);
    assertThat(read.programme().activities()).hasSizeGreaterThan(40).allSatisfy(a -> assertThat(a.baseline()).isNotNull());
    assertThat(read.losses()).extracting(Loss::kind).doesNotContain(Loss.Kind.DURATION_DIFFERS, Loss.Kind.HOURS);
  }

  @Test
  void phonesGetEventsOfWholeDays() {
    var text = new String(file("timetable.ics?project=" + year.projects().getFirst()), StandardCharsets.UTF_8);
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART;VALUE=DATE:2022");
  }

  @Test
  void whoSeesOneStreetTakesAwayOneStreet() {
    var officer = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, AYear.XUETIAN));
    var all = PlanFiles.read(file("programme.xlsx")).programme().projects();
    var seen = PlanFiles.read(file(officer, "programme.xlsx")).programme().projects();
    assertThat(seen).isNotEmpty().hasSizeLessThan(all.size());
  }
}
