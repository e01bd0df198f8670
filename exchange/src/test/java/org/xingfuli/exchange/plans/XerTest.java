package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.ForwardPass;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.kernel.Refused;

/** Primavera's XER, as its machines in China write it. */
class XerTest {

  private static final String WEEK = "(0||CalendarData()((0||DaysOfWeek()((0||1()())(0||2()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))"
      + "(0||3()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))(0||4()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))"
      + "(0||5()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))(0||6()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))"
      + "(0||7()())))(0||Exceptions()((0||0(d|46143)())))))";

  private static String file(String lagCalendar, String tasks, String links) {
    return "ERMHDR\t19.12\t2026-04-01\tProject\tadmin\tadmin\tdb\tProject Management\tCNY\n"
        + "%T\tPROJECT\n%F\tproj_id\tproj_short_name\tclndr_id\tplan_start_date\tlast_recalc_date\n%R\t10\tXF\t1\t2026-04-20 08:00\t\n"
        + "%T\tSCHEDOPTIONS\n%F\tschedoptions_id\tproj_id\tsched_calendar_on_relationship_lag\n%R\t1\t10\t" + lagCalendar + "\n"
        + "%T\tCALENDAR\n%F\tclndr_id\tdefault_flag\tclndr_name\tproj_id\tbase_clndr_id\tclndr_type\tday_hr_cnt\tweek_hr_cnt\tclndr_data\n"
        + "%R\t1\tY\t五天制\t\t\tCA_Base\t8\t40\t" + WEEK + "\n"
        + "%T\tPROJWBS\n%F\twbs_id\tproj_id\tseq_num\tproj_node_flag\twbs_short_name\twbs_name\tparent_wbs_id\n"
        + "%R\t100\t10\t0\tY\tXF\t锦绣新村改造\t\n%R\t101\t10\t1\tN\tA\t雨污分流\t100\n"
        + "%T\tRSRC\n%F\trsrc_id\tclndr_id\trsrc_seq_num\trsrc_name\trsrc_short_name\trsrc_type\n"
        + "%R\t1\t1\t1\t管道班\tPIPE\tRT_Labor\n%R\t2\t1\t2\t混凝土\tCONC\tRT_Mat\n%R\t3\t1\t3\t挖掘机\tEXC\tRT_Equip\n"
        + "%T\tRSRCRATE\n%F\trsrc_rate_id\trsrc_id\tmax_qty_per_hr\tcost_per_qty\tstart_date\n"
        + "%R\t1\t1\t2\t0\t2026-01-01 00:00\n%R\t2\t1\t4\t0\t2026-05-11 00:00\n%R\t3\t3\t1\t0\t2026-01-01 00:00\n"
        + "%T\tTASK\n%F\ttask_id\tproj_id\twbs_id\tclndr_id\ttask_type\tstatus_code\ttask_code\ttask_name\ttarget_drtn_hr_cnt\t"
        + "remain_drtn_hr_cnt\ttarget_start_date\ttarget_end_date\tearly_start_date\tearly_end_date\tcstr_type\tcstr_date\n" + tasks
        + "%T\tTASKPRED\n%F\ttask_pred_id\ttask_id\tpred_task_id\tproj_id\tpred_proj_id\tpred_type\tlag_hr_cnt\n" + links
        + "%T\tTASKRSRC\n%F\ttaskrsrc_id\ttask_id\tproj_id\trsrc_id\ttarget_qty\ttarget_qty_per_hr\tremain_qty_per_hr\trsrc_type\n"
        + "%R\t1\t1\t10\t1\t80\t2\t2\tRT_Labor\n%R\t2\t1\t10\t2\t9\t1\t1\tRT_Mat\n%R\t3\t1\t10\t3\t40\t1\t1\tRT_Equip\n%E\n";
  }

  private static String task(int id, String type, String code, String name, int hours, String from, String to, String more) {
    return "%R\t" + id + "\t10\t101\t1\t" + type + "\tTK_NotStart\t" + code + "\t" + name + "\t" + hours + "\t" + hours + "\t" + from
        + "\t" + to + "\t" + from + "\t" + to + "\t" + more + "\n";
  }

  private static final String TASKS = task(1, "TT_Task", "A1010", "开挖", 40, "2026-04-20 08:00", "2026-04-24 17:00", "\t")
      + task(2, "TT_Task", "A1020", "铺管", 16, "2026-04-29 08:00", "2026-04-30 17:00", "\t")
      + task(3, "TT_FinMile", "A1030", "完成", 0, "2026-05-04 17:00", "2026-05-04 17:00", "CS_MEOB\t2026-05-29 17:00")
      + task(4, "TT_LOE", "A1040", "管理", 80, "2026-04-20 08:00", "2026-05-04 17:00", "\t");

  @Test
  void activitiesCalendarsCrewsAndNodesAreUnderstood() {
    var file = PlanFiles.read(file("rcal_Predecessor", TASKS, "%R\t1\t2\t1\t10\t10\tPR_FS\t16\n%R\t2\t3\t2\t10\t10\tPR_FF\t8\n")
        .getBytes(StandardCharsets.UTF_8));
    var programme = file.programme();
    assertThat(programme.name()).isEqualTo("锦绣新村改造");
    assertThat(programme.activities()).extracting(Activity::id).containsExactly("A1010", "A1020", "A1030");
    assertThat(programme.activities()).extracting(Activity::groups).containsOnly(List.of("雨污分流"));
    assertThat(programme.calendars().get(0).works(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(programme.activities().get(0).demands()).containsExactly(new Demand(0, 2), new Demand(1, 1));
    assertThat(programme.crews()).extracting(Programme.Pool::code).containsExactly("PIPE", "EXC");
    assertThat(programme.crews().get(0).capacity()).containsEntry(LocalDate.of(2026, 5, 11), 4);
    assertThat(programme.dues()).extracting(d -> d.activity() + " " + d.by()).containsExactly("2 2026-05-29");
    // Two working days after Friday the 24th, then two days of pipes; the holiday of 1 May stands before the last lag.
    var earliest = ForwardPass.of(file.network());
    assertThat(programme.date(earliest.start(1))).isEqualTo(LocalDate.of(2026, 4, 29));
    assertThat(programme.date(earliest.finish(2))).isEqualTo(LocalDate.of(2026, 5, 5));
    assertThat(file.losses()).extracting(Loss::kind).containsExactlyInAnyOrder(Loss.Kind.LEVEL_OF_EFFORT, Loss.Kind.RESOURCE_KIND);
  }

  @Test
  void aLagOnTheClockIsInCalendarDays() {
    var file = PlanFiles.read(file("rcal_24Hour", TASKS, "%R\t1\t2\t1\t10\t10\tPR_FS\t96\n").getBytes(StandardCharsets.UTF_8));
    assertThat(file.programme().ties()).containsExactly(Tie.elapsed(0, 1, org.xingfuli.engine.scheduling.Link.Kind.FS, 4));
  }

  @Test
  void theCodePageOfAChineseMachineIsFound() {
    var text = file("rcal_24Hour", TASKS, "");
    for (var charset : List.of("GBK", "GB18030", "UTF-8", "UTF-16")) {
      var file = PlanFiles.read(text.getBytes(Charset.forName(charset)));
      assertThat(file.programme().activities()).as(charset).extracting(Activity::name).containsExactly("开挖", "铺管", "完成");
    }
    var western = PlanFiles.read(file("rcal_24Hour", TASKS.replace("开挖", "Démolition coffrée").replace("铺管", "ü").replace("完成", "x")
        .replace("管理", "y"), "").replaceAll("[\\u4e00-\\u9fff]+", "z").getBytes(Charset.forName("windows-1252")));
    assertThat(western.programme().activities().get(0).name()).isEqualTo("Démolition coffrée");
  }

  @Test
  void aLinkToAnotherFileIsSaidAndLeftOut() {
    var file = PlanFiles.read(file("rcal_24Hour", TASKS, "%R\t1\t2\t777\t10\t99\tPR_FS\t0\n").getBytes(StandardCharsets.UTF_8));
    assertThat(file.losses()).extracting(Loss::kind).contains(Loss.Kind.EXTERNAL);
    assertThat(file.programme().ties()).isEmpty();
  }

  @Test
  void whatBelongsToNoProjectOfTheFileIsNamed() {
    var text = file("rcal_24Hour", TASKS, "%R\t1\t2\t1\t77\t10\tPR_FS\t0\n").replace("%R\t1\t10\t101", "%R\t1\t55\t101");
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.refusals()).extracting(f -> f.code() + " " + f.values().get("value")).containsExactly(
        "plan-file.unknown-reference 55", "plan-file.unknown-reference 77");
  }

  @Test
  void workThatFinishesBeforeItStartsIsNamed() {
    var text = file("rcal_24Hour", TASKS.replace("2026-04-29 08:00\t2026-04-30 17:00", "2026-04-30 08:00\t2026-04-29 17:00"), "");
    var refused = catchThrowableOfType(Refused.class, () -> PlanFiles.read(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.refusals()).singleElement().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo("plan-file.finish-before-start");
      assertThat(fault.values()).containsEntry("place", "A1020 铺管");
    });
  }
}
