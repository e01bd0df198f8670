package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

class ScheduleCsvTest {

  private final PlanFile file = PlanFilesTest.read(PlanFilesTest.PSPLIB);

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Timetable schedule = Scheduler.schedule(file.network(), file.objective()).timetable();
    StringBuilder csv = new StringBuilder();
    ScheduleCsv.write(file, schedule, csv);
    assertThat(csv.toString()).startsWith("activity,start,finish\n1,0,0\n");
    assertThat(read(csv.toString())).isEqualTo(schedule);
    assertThat(read(csv.toString().replace("\n", "\r\n"))).isEqualTo(schedule);
  }

  @Test
  void everyFaultyRowAndEveryMissingActivityIsTold() {
    Refused refused = catchThrowableOfType(Refused.class, () -> read("""
        activity,start,finish
        1,0,0
        2,zero,3
        3,0
        9,0,1
        1,0,0
        """));
    assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("schedule-csv.row", "schedule-csv.row",
        "schedule-csv.unknown-activity", "schedule-csv.twice", "schedule-csv.missing");
    assertThat(refused.refusals().getLast().values()).containsEntry("count", 3);
  }

  @Test
  void aFileWithoutTheHeaderIsRefused() {
    assertThat(catchThrowableOfType(Refused.class, () -> read("1,0,0\n")).refusals())
        .extracting(Refusal::code).containsExactly("schedule-csv.header");
  }

  private Timetable read(String csv) {
    return ScheduleCsv.read(file, csv.getBytes(StandardCharsets.UTF_8));
  }
}
