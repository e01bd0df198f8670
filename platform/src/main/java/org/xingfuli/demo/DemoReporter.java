package org.xingfuli.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.programme.PastReport;
import org.xingfuli.programme.ProgressStatement;

/** Who would have made a report of the demo: the one in charge of the work, by title, at the end of a day on site. */
final class DemoReporter {

  static final String DELIVERY_AGENT = "代建项目负责人";
  static final String CONTRACTOR = "施工项目经理";
  static final String COMMUNITY = "社区书记";

  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime EARLIEST = LocalTime.of(15, 40);
  private static final int SECONDS = 3 * 60 * 60;

  private DemoReporter() {}

  static PastReport report(DemoProject project, String activity, ProgressStatement said, LocalDate day) {
    var title = title(activity);
    var firm = title.equals(CONTRACTOR) ? project.parties().get(1) : project.parties().getFirst();
    var person = UUID.nameUUIDFromBytes(("demo:" + title + firm).getBytes(StandardCharsets.UTF_8));
    // The same second for the same report in every demo, and not one for all.
    var second = Math.floorMod((project.name() + activity + day).hashCode(), SECONDS);
    return new PastReport(said, person, title, day.atTime(EARLIEST).plusSeconds(second).atZone(HERE).toInstant());
  }

  /** The delivery agent prepares and accepts, the community calls the owners together, the contractor builds. */
  private static String title(String activity) {
    return switch (activity.charAt(0)) {
      case 'P', 'Q' -> DELIVERY_AGENT;
      case 'H' -> COMMUNITY;
      default -> CONTRACTOR;
    };
  }
}
