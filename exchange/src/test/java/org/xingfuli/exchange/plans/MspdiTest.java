package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Span;

/** What stands in a Microsoft Project file becomes days, links, crews and nodes; what cannot is said. */
class MspdiTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 4, 20);

  private static PlanFile read(Mspdi file) {
    return PlanFiles.read(file.bytes());
  }

  private static Activity activity(PlanFile file, String id) {
    return file.programme().activities().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Loss.Kind> losses(PlanFile file) {
    return file.losses().stream().map(Loss::kind).toList();
  }

  @Test
  void aFinishInTheEveningIsTheDayAfter() {
    var file = read(new Mspdi().task(1, "挖沟", 40, "2026-04-20T08:00", "2026-04-24T17:00", "")
        .task(2, "完成", 0, "2026-04-24T17:00", "2026-04-24T17:00", "<Milestone>1</Milestone>" + Mspdi.after(1))
        .task(3, "开工", 0, "2026-04-20T08:00", "2026-04-20T08:00", "<Milestone>1</Milestone>"));
    assertThat(activity(file, "1").planned()).isEqualTo(new Span(MONDAY, MONDAY.plusDays(5)));
    assertThat(activity(file, "2").planned()).isEqualTo(new Span(MONDAY.plusDays(5), MONDAY.plusDays(5)));
    assertThat(activity(file, "3").planned()).isEqualTo(new Span(MONDAY, MONDAY));
    assertThat(file.losses()).isEmpty();
    var earliest = ForwardPass.of(file.network());
    assertThat(earliest.finish(0)).isEqualTo(5);
    assertThat(earliest.finish(1)).isEqualTo(5);
  }

  @Test
  void holidaysAndMakeUpDaysCount() {
    // 8 working days from Wednesday 29 April: two in April, 6–8, the Saturday, 11 and 12 May.
    var file = read(new Mspdi().task(1, "铺管", 64, "2026-04-29T08:00", "2026-05-12T17:00",
        "<ConstraintType>4</ConstraintType><ConstraintDate>2026-04-29T08:00:00</ConstraintDate>"));
    assertThat(file.losses()).isEmpty();
    var earliest = ForwardPass.of(file.network());
    assertThat(file.programme().date(earliest.start(0))).isEqualTo(LocalDate.of(2026, 4, 29));
    assertThat(file.programme().date(earliest.finish(0))).isEqualTo(LocalDate.of(2026, 5, 13));
  }

  @Test
  void lagsKeepTheirMeaning() {
    // Three working days, three elapsed days, half of the predecessor, two working days of lead.
    var file = read(new Mspdi().task(1, "浇筑", 32, "2026-04-21T08:00", "2026-04-24T17:00",
            "<ConstraintType>4</ConstraintType><ConstraintDate>2026-04-21T08:00:00</ConstraintDate>")
        .task(2, "工作日", 8, "2026-04-30T08:00", "2026-04-30T17:00", Mspdi.after(1, 1, 14400, 7))
        .task(3, "日历天", 8, "2026-04-28T08:00", "2026-04-28T17:00", Mspdi.after(1, 1, 43200, 8))
        .task(4, "百分比", 8, "2026-04-29T08:00", "2026-04-29T17:00", Mspdi.after(1, 1, 50, 19))
        .task(5, "提前", 8, "2026-04-23T08:00", "2026-04-23T17:00", Mspdi.after(1, 1, -9600, 7)));
    var earliest = ForwardPass.of(file.network());
    assertThat(file.programme().date(earliest.start(1))).isEqualTo(LocalDate.of(2026, 4, 30));
    assertThat(file.programme().date(earliest.start(2))).isEqualTo(LocalDate.of(2026, 4, 28));
    assertThat(file.programme().date(earliest.start(3))).isEqualTo(LocalDate.of(2026, 4, 29));
    assertThat(file.programme().date(earliest.start(4))).isEqualTo(LocalDate.of(2026, 4, 23));
    assertThat(losses(file)).containsExactlyInAnyOrder(Loss.Kind.PERCENT_LAG, Loss.Kind.LEAD);
    assertThat(file.activities()).isEqualTo(5);
  }

  @Test
  void allFourKindsOfLinksComeOver() {
    var file = read(new Mspdi().task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", "")
        .task(2, "b", 8, "2026-04-21T08:00", "2026-04-21T17:00",
            Mspdi.after(1, 0, 0, 7) + Mspdi.after(3, 1, 0, 7) + Mspdi.after(4, 2, 0, 7) + Mspdi.after(5, 3, 0, 7))
        .task(3, "c", 8, "2026-04-20T08:00", "2026-04-20T17:00", "")
        .task(4, "d", 8, "2026-04-20T08:00", "2026-04-20T17:00", "")
        .task(5, "e", 8, "2026-04-20T08:00", "2026-04-20T17:00", ""));
    assertThat(file.programme().ties()).extracting(Tie::kind)
        .containsExactlyInAnyOrder(Link.Kind.FF, Link.Kind.FS, Link.Kind.SF, Link.Kind.SS);
  }

  @Test
  void constraintsAndDeadlinesBecomeReleasesAndNodes() {
    var file = read(new Mspdi()
        .task(1, "SNET", 16, "2026-04-22T08:00", "2026-04-23T17:00", constraint(4, "2026-04-22T08:00"))
        .task(2, "FNET", 16, "2026-04-22T08:00", "2026-04-23T17:00", constraint(6, "2026-04-23T17:00"))
        .task(3, "SNLT", 16, "2026-04-20T08:00", "2026-04-21T17:00", constraint(5, "2026-04-24T08:00"))
        .task(4, "FNLT", 16, "2026-04-20T08:00", "2026-04-21T17:00", constraint(7, "2026-04-27T17:00"))
        .task(5, "MSO", 16, "2026-04-22T08:00", "2026-04-23T17:00", constraint(2, "2026-04-22T08:00"))
        .task(6, "MFO", 16, "2026-04-22T08:00", "2026-04-23T17:00", constraint(3, "2026-04-23T17:00"))
        .task(7, "ALAP", 16, "2026-04-20T08:00", "2026-04-21T17:00", "<ConstraintType>1</ConstraintType>")
        .task(8, "Deadline", 16, "2026-04-20T08:00", "2026-04-21T17:00", "<Deadline>2026-05-29T17:00:00</Deadline>"));
    for (var id : List.of("1", "2", "5", "6")) {
      assertThat(activity(file, id).notBefore()).as(id).isEqualTo(LocalDate.of(2026, 4, 22));
    }
    assertThat(file.programme().dues()).extracting(d -> d.activity() + 1 + " " + d.code() + " " + d.by()).containsExactlyInAnyOrder(
        "3 start-no-later 2026-04-27", "4 finish-no-later 2026-04-27", "5 must-start 2026-04-23", "6 must-finish 2026-04-23",
        "8 deadline 2026-05-29");
    assertThat(losses(file)).containsExactlyInAnyOrder(Loss.Kind.MUST, Loss.Kind.MUST, Loss.Kind.ALAP);
    assertThat(file.network().nodes()).hasSize(5);
  }

  private static String constraint(int type, String date) {
    return "<ConstraintType>" + type + "</ConstraintType><ConstraintDate>" + date + ":00</ConstraintDate>";
  }

  @Test
  void crewsHaveTheirNumbersAndWhatIsNoCrewIsSaid() {
    var file = read(new Mspdi().task(1, "砌筑", 16, "2026-04-20T08:00", "2026-04-21T17:00", "")
        .resource(1, "瓦工", "<Type>1</Type><MaxUnits>3</MaxUnits>")
        .resource(2, "水泥", "<Type>0</Type><MaterialLabel>t</MaterialLabel>")
        .resource(3, "监理", "<Type>1</Type><MaxUnits>1</MaxUnits>")
        .assign(1, 1, "2").assign(1, 2, "5").assign(1, 3, "0.5"));
    var programme = file.programme();
    assertThat(programme.crews()).extracting(Programme.Pool::code).containsExactly("瓦工", "监理");
    assertThat(programme.crews()).extracting(Programme.Pool::most).containsExactly(3, 1);
    assertThat(activity(file, "1").demands()).containsExactly(new Demand(0, 2), new Demand(1, 1));
    assertThat(losses(file)).contains(Loss.Kind.RESOURCE_KIND, Loss.Kind.PART_TIME);
  }

  @Test
  void twentyFourHourCalendarsAndElapsedDurationsAreDays() {
    var file = read(new Mspdi().calendars(Mspdi.roundTheClock(2))
        .task(1, "抽水", 72, "2026-04-20T00:00", "2026-04-23T00:00", "<CalendarUID>2</CalendarUID><IgnoreResourceCalendar>1</IgnoreResourceCalendar>")
        .raw(2, "养护", "<OutlineLevel>1</OutlineLevel><Duration>PT120H0M0S</Duration><DurationFormat>8</DurationFormat>"
            + "<Start>2026-04-23T08:00:00</Start><Finish>2026-04-28T08:00:00</Finish>"));
    assertThat(activity(file, "1").days()).isEqualTo(3);
    assertThat(activity(file, "1").planned()).isEqualTo(new Span(MONDAY, MONDAY.plusDays(3)));
    assertThat(activity(file, "2").days()).isEqualTo(5);
    assertThat(activity(file, "2").planned()).isEqualTo(new Span(MONDAY.plusDays(3), MONDAY.plusDays(8)));
    assertThat(losses(file)).containsExactlyInAnyOrder(Loss.Kind.WORKING_HOURS, Loss.Kind.ELAPSED_DURATION);
  }

  @Test
  void summaryInactiveManualAndExternalTasksAreUnderstood() {
    var file = read(new Mspdi()
        .raw(1, "一期", "<OutlineLevel>1</OutlineLevel><Summary>1</Summary><Duration>PT16H0M0S</Duration>")
        .raw(2, "拆除", level(2, 8, "2026-04-20T08:00", "2026-04-20T17:00", ""))
        .raw(3, "清运", level(2, 8, "2026-04-21T08:00", "2026-04-21T17:00", Mspdi.after(2)))
        .raw(4, "二期", "<OutlineLevel>1</OutlineLevel><Summary>1</Summary><Duration>PT8H0M0S</Duration>" + Mspdi.after(1))
        .raw(5, "回填", level(2, 8, "2026-04-22T08:00", "2026-04-22T17:00", ""))
        .raw(6, "停用", level(2, 8, "2026-04-20T08:00", "2026-04-20T17:00", "<Active>0</Active>"))
        .raw(7, "手动", level(2, 8, "2026-04-27T08:00", "2026-04-27T17:00", "<Manual>1</Manual>")));
    assertThat(file.programme().projects()).containsExactly("一期", "二期");
    assertThat(file.programme().activities()).extracting(Activity::id).containsExactly("2", "3", "5", "7");
    assertThat(file.programme().ties()).extracting(t -> t.from() + "→" + t.to())
        .containsExactlyInAnyOrder("0→1", "0→2", "1→2", "0→3", "1→3");
    assertThat(activity(file, "7").notBefore()).isEqualTo(LocalDate.of(2026, 4, 27));
    assertThat(losses(file)).containsExactlyInAnyOrder(Loss.Kind.SUMMARY_LINK, Loss.Kind.INACTIVE, Loss.Kind.MANUAL);
  }

  private static String level(int level, int hours, String from, String to, String more) {
    return "<OutlineLevel>" + level + "</OutlineLevel><Duration>PT" + hours + "H0M0S</Duration><DurationFormat>7</DurationFormat><Start>"
        + from + ":00</Start><Finish>" + to + ":00</Finish>" + more;
  }

  @Test
  void hoursFinerThanADayAreRoundedUpAndSaid() {
    var file = read(new Mspdi().task(1, "半天", 4, "2026-04-20T13:00", "2026-04-20T17:00", ""));
    assertThat(activity(file, "1").days()).isEqualTo(1);
    assertThat(losses(file)).containsExactlyInAnyOrder(Loss.Kind.HOURS, Loss.Kind.PART_DAY);
  }

  @Test
  void oldNamespacesAndNoneAreRead() {
    for (var namespace : List.of("", " xmlns=\"http://schemas.microsoft.com/project/2007\"", " xmlns=\"urn:x\"")) {
      var file = read(new Mspdi().namespace(namespace).task(1, "a", 8, "2026-04-20T08:00", "2026-04-20T17:00", ""));
      assertThat(file.format()).as(namespace).isEqualTo(PlanFile.Format.MSPDI);
      assertThat(file.activities()).as(namespace).isEqualTo(1);
    }
  }

  @Test
  void everyEncodingThatIsDeclaredIsRead() {
    var text = new Mspdi().task(1, "雨污分流", 8, "2026-04-20T08:00", "2026-04-20T17:00", "").text();
    for (var name : List.of("UTF-16", "GB18030", "UTF-8")) {
      var file = PlanFiles.read(text.replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"").getBytes(Charset.forName(name)));
      assertThat(activity(file, "1").name()).as(name).isEqualTo("雨污分流");
    }
  }

  @Test
  void tasksWithoutDatesAreScheduledFromTheProjectsStart() {
    var file = read(new Mspdi().raw(1, "a", "<Duration>PT16H0M0S</Duration>").raw(2, "b", "<Duration>PT8H0M0S</Duration>" + Mspdi.after(1)));
    assertThat(file.programme().start()).isEqualTo(MONDAY);
    assertThat(ForwardPass.of(file.network()).finish(1)).isEqualTo(3);
  }
}
