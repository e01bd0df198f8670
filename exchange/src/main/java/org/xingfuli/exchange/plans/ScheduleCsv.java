package org.xingfuli.exchange.plans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/**
 * A schedule as CSV with the columns {@code activity,start,finish}: activities in the file's own counting, periods from
 * 0, the finish exclusive ({@code start + duration} where every period works). Of a programme: its ids and dates, the
 * finish being the last day.
 */
public final class ScheduleCsv {

  private static final String HEADER = "activity,start,finish";

  private ScheduleCsv() {}

  public static void write(PlanFile file, Timetable timetable, Appendable to) throws IOException {
    StringBuilder rows = new StringBuilder(HEADER).append('\n');
    if (file.programme() != null) {
      new ScheduleDates(file.programme()).write(timetable, to.append(rows));
      return;
    }
    for (int i = 0; i < timetable.size(); i++) {
      rows.append(i + file.firstNumber()).append(',').append(timetable.start(i)).append(',')
          .append(timetable.finish(i)).append('\n');
    }
    to.append(rows);
  }

  /** Throws {@link Refused} with every fault of the rows and every activity without one. */
  public static Timetable read(PlanFile file, byte[] bytes) {
    Lines lines = new Lines(bytes);
    List<Refusal> faults = new ArrayList<>();
    int size = file.network().size();
    int[] start = new int[size];
    int[] finish = new int[size];
    int[] lineOf = new int[size];
    if (!lines.nextFilled() || !lines.rest().replace(" ", "").equals(HEADER)) {
      throw new Refused(Refusal.of("schedule-csv.header", Map.of("expected", HEADER, "found", lines.rest())));
    }
    if (file.programme() != null) {
      return new ScheduleDates(file.programme())
          .read(file.network(), new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }
    while (lines.nextFilled()) {
      row(file, lines, faults, start, finish, lineOf);
    }
    int[] missing = missing(lineOf);
    if (missing.length > 0) {
      List<Integer> named = Arrays.stream(missing).limit(20).map(i -> i + file.firstNumber()).boxed().toList();
      faults.add(Refusal.of("schedule-csv.missing", Map.of("count", missing.length, "activities", named)));
    }
    if (!faults.isEmpty()) {
      throw new Refused(faults);
    }
    return Timetable.of(start, finish);
  }

  private static void row(
      PlanFile file, Lines lines, List<Refusal> faults, int[] start, int[] finish, int[] lineOf) {
    String whole = lines.rest();
    long[] cells = new long[3];
    for (int c = 0; c < 3; c++) {
      boolean separated = c == 0 || lines.take(',');
      if (!separated || !lines.integer() || Math.abs(lines.value()) > Draft.LARGEST) {
        faults.add(Refusal.of("schedule-csv.row", Map.of("line", lines.number(), "found", whole)));
        return;
      }
      cells[c] = lines.value();
    }
    long index = cells[0] - file.firstNumber();
    if (!lines.done()) {
      faults.add(Refusal.of("schedule-csv.row", Map.of("line", lines.number(), "found", whole)));
    } else if (index < 0 || index >= lineOf.length) {
      faults.add(Refusal.of("schedule-csv.unknown-activity", Map.of("line", lines.number(), "activity", cells[0],
          "first", file.firstNumber(), "last", file.firstNumber() + lineOf.length - 1)));
    } else if (lineOf[(int) index] > 0) {
      faults.add(Refusal.of("schedule-csv.twice", Map.of("line", lines.number(), "activity", cells[0],
          "before", lineOf[(int) index])));
    } else {
      lineOf[(int) index] = lines.number();
      start[(int) index] = (int) cells[1];
      finish[(int) index] = (int) cells[2];
    }
  }

  private static int[] missing(int[] lineOf) {
    return IntStream.range(0, lineOf.length).filter(i -> lineOf[i] == 0).toArray();
  }
}
