package org.xingfuli.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.xingfuli.kernel.MovableBusinessClock;
import tools.jackson.databind.JsonNode;

/** A district's own plan in the formats of other planning software, and theirs held against ours. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import({Staff.class, AYear.class})
class PlanExchangeTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired AYear years;
  @Autowired MovableBusinessClock clock;

  private AYear.Frozen year;
  private Browser planner;

  @BeforeAll
  void aYearIsFrozen() {
    year = years.frozenIn(2022);
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

  @Test
  void aContractorsPlanIsHeldAgainstOursAndNothingOfItIsKept() {
    var project = year.projects().getFirst();
    var theirs = new String(file("timetable.xml?project=" + project), StandardCharsets.UTF_8);
    var before = planner.get("/api/programmes/" + year.programme() + "/timetable?project=" + project).body();
    var read = planner.upload("/api/projects/" + project + "/foreign-plans", "承包人.xml", theirs);
    assertThat(read.status()).as("%s", read.body()).isEqualTo(200);
    assertThat(read.body().at("/format").asString()).isEqualTo("MSPDI");
    var ours = new HashMap<String, String>();
    before.at("/activities").forEach(a -> ours.put(a.at("/id").asString(), a.at("/name/zh").asString() + a.at("/start").asString()
        + a.at("/finish").asString()));
    assertThat(read.body().at("/activities")).hasSize(ours.size());
    read.body().at("/activities").forEach(a -> assertThat(ours.get(a.at("/match").asString()))
        .isEqualTo(a.at("/name").asString() + a.at("/start").asString() + a.at("/finish").asString()));
    read.body().at("/crews").forEach(c -> assertThat(c.at("/code").asString()).startsWith(c.at("/match").asString()));
    assertThat(planner.get("/api/programmes/" + year.programme() + "/timetable?project=" + project).body()).isEqualTo(before);
  }

  @Test
  void whatAContractorReportsInTheFileIsTakenOverAsOneWeeksReport() {
    var project = year.projects().get(1);
    var activity = years.planned(year.programme(), project, "P01");
    var day = activity.start().plusDays(3);
    years.goneAsPlanned(year.programme(), activity.start());
    clock.moveTo(day);
    var line = new HashMap<String, Object>();
    line.put("activityId", activity.id());
    line.put("percent", 30);
    line.put("note", "据 承包人.mpp");
    line.put("actualStart", activity.start().plusDays(1).toString());
    var made = planner.post("/api/projects/" + project + "/weekly-reports", Map.of("lines", List.of(line), "note", ""));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    var reports = planner.get("/api/activities/" + activity.id() + "/progress-reports").body();
    assertThat(reports.get(reports.size() - 1).at("/actualStart").asString()).isEqualTo(activity.start().plusDays(1).toString());
  }

  @Test
  void aBadFileNamesEveryFaultAndAnotherStreetsProjectIsNotThere() {
    var project = year.projects().getFirst();
    var broken = """
        <?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">
        <StartDate>2022-03-01T08:00:00</StartDate><Tasks><Task><UID>1</UID><Name>挖沟</Name><Duration>-PT8H0M0S</Duration>
        <PredecessorLink><PredecessorUID>9</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>""";
    var refused = planner.upload("/api/projects/" + project + "/foreign-plans", "坏.xml", broken);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("plan-file.negative-duration", "plan-file.unknown-reference", "挖沟", "可能：");
    assertThat(planner.upload("/api/projects/" + project + "/foreign-plans", "x.sm", "district 1 0 1\n0 1 0 -1 0 | |\n").body()
        .toString()).contains("planfile.without-dates");
    var stranger = new Browser(port).signedIn(staff.withRole(Role.STREET_OFFICER, AYear.XUETIAN));
    assertThat(stranger.upload("/api/projects/" + project + "/foreign-plans", "x.xml", broken).status()).isEqualTo(404);
  }

  @Test
  void theFormOfAWorkbookIsAProgrammeItself() {
    assertThat(PlanFiles.read(file("programme-template.xlsx")).activities()).isEqualTo(3);
  }
}
