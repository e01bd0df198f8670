package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Whatever a file holds: every fault is named with its place, nothing else is thrown, nothing is fetched. */
class BadFilesTest {

  private static List<Refusal> faults(byte[] bytes) {
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(bytes));
    assertThat(refused).as("refused").isNotNull();
    return refused.refusals();
  }

  private static List<String> codes(byte[] bytes) {
    return faults(bytes).stream().map(Refusal::code).toList();
  }

  @Test
  void everyFaultOfAMicrosoftProjectFileIsNamedAtOnceWithItsLine() {
    var file = new Mspdi()
        .task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", Mspdi.after(2))
        .task(2, "b", 8, "2026-04-21T08:00", "2026-04-21T17:00", Mspdi.after(1))
        .task(3, "c", 8, "2026-04-21T08:00", "2026-04-21T17:00", Mspdi.after(99))
        .raw(4, "d", "<OutlineLevel>1</OutlineLevel><Duration>-PT8H0M0S</Duration>")
        .task(5, "e", 8, "2026-04-21T08:00", "2026-04-21T17:00", Mspdi.after(5))
        .task(6, "f", 8, "2026-04-24T08:00", "2026-04-21T17:00", "")
        .task(7, "g", 8, "2026-04-21T08:00", "2026-04-21T17:00", "<CalendarUID>77</CalendarUID>")
        .task(8, "h", 8, "2026-04-21T08:00", "2026-04-21T17:00", "")
        .resource(1, "瓦工", "<Type>1</Type><MaxUnits>1</MaxUnits>").assign(8, 1, "2").assign(8, 44, "1").assign(55, 1, "1");
    var found = faults(file.bytes());
    assertThat(found).extracting(Refusal::code).contains("schedule.cycle", "plan-file.negative-duration",
        "plan-file.self-link", "plan-file.finish-before-start", "schedule.demand-above-capacity");
    assertThat(found).filteredOn(f -> f.code().equals("plan-file.unknown-reference")).extracting(f -> f.values().get("value"))
        .containsExactlyInAnyOrder("99", "77", "44", "55");
    assertThat(found).filteredOn(f -> f.code().startsWith("plan-file.")).allSatisfy(f ->
        assertThat(f.values()).containsKey("place"));
  }

  @Test
  void valuesThatAreNoneAndNumbersTwiceAreNamed() {
    var file = new Mspdi().raw(1, "a", "<Duration>eight</Duration>").raw(1, "b", "<Duration>PT8H0M0S</Duration><Start>31.12.2026</Start>")
        .raw(2, "c", "<Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>x</PredecessorUID><Type>9</Type></PredecessorLink>");
    assertThat(codes(file.bytes())).contains("plan-file.unreadable-value", "plan-file.id-twice");
    assertThat(faults(file.bytes())).extracting(f -> f.values().get("value")).contains("eight", "31.12.2026", "x", "9");
  }

  @Test
  void entitiesAreNeitherMultipliedNorFetched() {
    var body = new Mspdi().task(1, "&a;", 8, "2026-04-20T08:00", "2026-04-20T17:00", "").text();
    var laughs = new StringBuilder("<!DOCTYPE Project [<!ENTITY z \"ha\">");
    for (char c = 'y'; c >= 'a'; c--) {
      laughs.append("<!ENTITY ").append(c).append(" \"").append(("&" + (char) (c + 1) + ";").repeat(10)).append("\">");
    }
    for (var type : List.of(laughs + "]>", "<!DOCTYPE Project [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE Project SYSTEM \"http://localhost:1/x.dtd\">", "<!DOCTYPE Project [<!ENTITY % a SYSTEM \"http://localhost:1/\"> %a;]>")) {
      var file = body.replaceFirst("\n", "\n" + java.util.regex.Matcher.quoteReplacement(type) + "\n");
      assertThat(codes(file.getBytes(StandardCharsets.UTF_8))).as(type).containsExactly("plan-file.entities");
    }
  }

  @Test
  void whatIsEmptyCutOffOrSomethingElseIsSaidSo() throws IOException {
    assertThat(codes(new byte[0])).containsExactly("plan-file.empty");
    assertThat(codes("   \n".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.unknown-format");
    assertThat(codes("<html><body/></html>".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.unknown-format");
    var whole = new Mspdi().task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", "").bytes();
    assertThat(codes(Arrays.copyOf(whole, whole.length / 2))).containsExactly("plan-file.damaged");
    assertThat(codes(new Mspdi().bytes())).containsExactly("plan-file.no-activities");
    assertThat(codes(new Mspdi().start("").raw(1, "a", "<Duration>PT8H0M0S</Duration>").bytes())).containsExactly("plan-file.no-dates");
    var word = new ByteArrayOutputStream();
    try (var container = new POIFSFileSystem()) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
      container.writeFilesystem(word);
    }
    assertThat(codes(word.toByteArray())).containsExactly("plan-file.unknown-format");
    assertThat(codes(Arrays.copyOf(word.toByteArray(), 700))).containsExactly("plan-file.damaged");
    try (var container = new POIFSFileSystem()) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Something");
      word.reset();
      container.writeFilesystem(word);
    }
    assertThat(codes(word.toByteArray())).containsExactly("plan-file.damaged");
  }

  @Test
  void aWrongEncodingIsSaidSo() {
    var text = new Mspdi().task(1, "雨污分流", 8, "2026-04-20T08:00", "2026-04-20T17:00", "").text();
    assertThat(codes(text.getBytes(Charset.forName("GB18030")))).containsExactly("plan-file.encoding");
    assertThat(codes(text.replace("UTF-8", "KLINGON").getBytes(StandardCharsets.UTF_8)))
        .containsAnyOf("plan-file.encoding", "plan-file.damaged");
  }

  @Test
  void deepNestingAndHugeDurationsEndInARefusal() {
    var deep = "<Project>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</Project>";
    assertThat(codes(deep.getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.too-many");
    var long_ = new Mspdi().raw(1, "a", "<Duration>PT99999999999H0M0S</Duration>");
    assertThat(codes(long_.bytes())).isNotEmpty();
    var nested = new Mspdi();
    for (int level = 1; level < 3000; level++) {
      nested.raw(level, "t" + level, "<OutlineLevel>" + level + "</OutlineLevel><Duration>PT8H0M0S</Duration>");
    }
    assertThat(PlanFiles.read(nested.bytes()).activities()).isEqualTo(1);
  }

  @Test
  void everyFaultOfAnXerFileIsNamedAtOnceWithItsLine() {
    var xer = String.join("\n", "ERMHDR\t20.12", "%T\tPROJECT", "%F\tproj_id\tproj_short_name\tplan_start_date\tclndr_id",
        "%R\t1\tP\t2026-04-20 08:00\t1", "%T\tCALENDAR", "%F\tclndr_id\tclndr_name\tday_hr_cnt", "%R\t1\tStandard\t8",
        "%T\tTASK", "%F\ttask_id\tproj_id\tclndr_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt\ttarget_start_date",
        "%R\t1\t1\t1\tA\ta\tTT_Task\t-8\t2026-04-20 08:00", "%R\t2\t1\t9\tB\tb\tTT_Task\teight\t2026-13-20 08:00",
        "%R\t2\t1\t1\tC\tc\tTT_Task\t8\t", "%T\tTASKPRED", "%F\ttask_pred_id\ttask_id\tpred_task_id\tpred_type\tlag_hr_cnt",
        "%R\t1\t2\t77\tPR_FS\t0", "%R\t2\t1\t1\tPR_XX\tq");
    var found = faults(xer.getBytes(StandardCharsets.UTF_8));
    assertThat(found).extracting(Refusal::code).contains("plan-file.cut-off", "plan-file.id-twice", "plan-file.negative-duration",
        "plan-file.unreadable-value", "plan-file.unknown-reference", "plan-file.self-link");
    assertThat(found).allSatisfy(f -> assertThat(f.values()).containsKey("line"));
    assertThat(codes("ERMHDR\t20.12\n%E\n".getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.no-activities");
  }

  @Test
  void whatStandsBelowItselfIsNamedInsteadOfFollowed() {
    var file = new Mspdi().calendars(Mspdi.calendar(7, "a", "").replace("<IsBaseCalendar>1</IsBaseCalendar>", "<BaseCalendarUID>8</BaseCalendarUID>")
            + Mspdi.calendar(8, "b", "").replace("<IsBaseCalendar>1</IsBaseCalendar>", "<BaseCalendarUID>7</BaseCalendarUID>"))
        .task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", "");
    assertThat(codes(file.bytes())).containsExactly("plan-file.circle");
    var xer = String.join("\n", "ERMHDR\t20.12", "%T\tPROJECT", "%F\tproj_id", "%R\t1", "%T\tPROJWBS", "%F\twbs_id\tparent_wbs_id",
        "%R\t1\t2", "%R\t2\t1", "%T\tTASK", "%F\ttask_id\tproj_id\ttask_code", "%R\t1\t1\tA", "%E");
    assertThat(codes(xer.getBytes(StandardCharsets.UTF_8))).containsExactly("plan-file.circle");
  }

  @Test
  void aZipBombInAWorkbookIsNotUnpacked() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      var zeros = new byte[1 << 20];
      for (int mb = 0; mb < 300; mb++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(bomb.size()).isLessThan(1 << 20);
    assertThat(faults(bomb.toByteArray())).singleElement().satisfies(f ->
        assertThat(f.values().get("reason").toString()).contains("unpacks to more than"));
    var entities = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(entities)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>"
          .getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    assertThat(codes(entities.toByteArray())).containsExactly("plan-file.damaged");
  }

  /** Flipped bytes and cuts at any place: a programme or a refusal, and never long. */
  @Test
  void damagedFilesOfEveryKindAreReadOrRefused() throws IOException {
    var programme = RandomProgrammes.elapsed(5);
    var mspdi = new ByteArrayOutputStream();
    var xer = new ByteArrayOutputStream();
    var xlsx = new ByteArrayOutputStream();
    ForeignPlans.writeMspdi(programme, mspdi);
    ForeignPlans.writeXer(programme, xer);
    ProgrammeBook.write(programme, xlsx);
    for (var whole : List.of(mspdi.toByteArray(), xer.toByteArray(), xlsx.toByteArray())) {
      damage(whole, 60, 2026);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "xingfuli.data", matches = ".+")
  void damagedMicrosoftProjectFilesAreReadOrRefused() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("xingfuli.data"), "msproject"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".mpp")).toList()) {
        damage(Files.readAllBytes(file), 60, 7);
      }
    }
  }

  private static void damage(byte[] whole, int times, long seed) {
    var random = new Random(seed);
    var outcomes = new ArrayList<String>();
    for (int n = 0; n < times; n++) {
      var bytes = n % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int flips = n % 2 == 0 ? 0 : 1 + random.nextInt(30); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        PlanFiles.read(bytes);
        outcomes.add("read");
      } catch (Refused refused) {
        outcomes.add(refused.refusals().get(0).code());
      } catch (Throwable other) {
        throw new AssertionError("seed " + seed + ", try " + n + " of " + whole.length + " bytes", other);
      }
    }
    assertThat(outcomes).anyMatch(outcome -> !outcome.equals("read"));
  }
}
