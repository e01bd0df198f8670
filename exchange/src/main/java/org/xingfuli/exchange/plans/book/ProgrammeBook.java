package org.xingfuli.exchange.plans.book;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Due;
import org.xingfuli.exchange.plans.model.Programme.Pool;
import org.xingfuli.exchange.plans.model.Programme.Tie;
import org.xingfuli.exchange.plans.model.Reading;
import org.xingfuli.exchange.plans.model.WorkDays;
import org.xingfuli.exchange.tables.TableReader;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** A programme as a workbook. */
public final class ProgrammeBook {

  private static final int MOST_ROWS = 200_000;

  private ProgrammeBook() {}

  /** Throws {@link Refused} with every fault ({@code plan-book.*}, each with its cell), or those of the network. */
  public static Reading read(byte[] file) {
    try {
      return new ProgrammeBookReader(TableReader.sheets(file, MOST_ROWS)).read();
    } catch (TableReader.Unreadable broken) {
      if (broken.archived() != null) {
        throw new Refused(Refusal.of("plan-file.archive", Map.of("content", broken.archived())));
      }
      var reason = String.valueOf(broken.getMessage());
      throw new Refused(Refusal.of("plan-file.damaged", Map.of("format", "XLSX", "reason",
          reason.length() > 120 ? reason.substring(0, 120) : reason)));
    }
  }

  /** Writes the whole programme; the answer is what the workbook has no place for. */
  public static List<Loss> write(Programme programme, OutputStream out) throws IOException {
    new ProgrammeBookWriter(programme).write(out);
    return programme.rain().isEmpty() ? List.of()
        : List.of(new Loss(Loss.Kind.NOT_IN_FORMAT, programme.name(), "雨天 rain (" + programme.rain().size() + ")"));
  }

  /** The form people fill in, with an example of every kind of entry. */
  public static void template(LocalDate start, OutputStream out) throws IOException {
    var office = new TreeMap<LocalDate, Boolean>();
    office.put(start.plusDays(40), false);
    var capacity = new TreeMap<LocalDate, Integer>(Map.of(start, 2));
    var groups = List.of("示例小区");
    var activities = List.of(
        new Activity("A010", "1.1", "进场准备", groups, 0, 5, 1, null, false, List.of(), null, null, null),
        new Activity("A020", "1.2", "排水管道", groups, 0, 20, 0, start.plusDays(7), true, List.of(new Demand(0, 1)), null,
            null, null),
        new Activity("A030", "1.3", "竣工验收", groups, 0, 0, 0, null, false, List.of(), null, null, null));
    write(new Programme("示例计划", start, groups,
        List.of(WorkDays.everyDay("每天"), new WorkDays("办公日", Set.of(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.TUESDAY,
            java.time.DayOfWeek.WEDNESDAY, java.time.DayOfWeek.THURSDAY, java.time.DayOfWeek.FRIDAY), office)),
        List.of(new Pool("管道班", "管道施工班", capacity)), activities,
        List.of(Tie.elapsed(0, 1, Link.Kind.FS, 0), Tie.elapsed(1, 2, Link.Kind.FS, 3)),
        List.of(new Due("竣工", 2, start.plusDays(90), 3)), Set.of()), out);
  }
}
