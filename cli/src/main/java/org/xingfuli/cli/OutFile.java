package org.xingfuli.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.ProgrammeCalendar;
import org.xingfuli.exchange.plans.ScheduleCsv;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Programme.Label;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;

/** Writes a schedule where the user asked for it; the format is the name's ending. */
final class OutFile {

  static final Set<String> ROWS = Set.of("csv", "json");
  /** These hold dates, so that a file without any needs the day of period 0. */
  static final Set<String> DATED = Set.of("xml", "xer", "xlsx", "ics");

  private OutFile() {}

  /** The answer is what the format has no place for. */
  static List<Loss> write(Path to, String extension, PlanRun run, @Nullable LocalDate start) throws IOException {
    if (DATED.contains(extension)) {
      return dated(to, extension, programme(run, start));
    }
    try (Writer writer = Files.newBufferedWriter(to)) {
      if (extension.equals("csv")) {
        ScheduleCsv.write(run.file(), run.plan().timetable(), writer);
      } else {
        json(run, writer);
      }
    }
    return List.of();
  }

  private static List<Loss> dated(Path to, String extension, Programme programme) throws IOException {
    if (extension.equals("ics")) {
      try (Writer writer = Files.newBufferedWriter(to)) {
        ProgrammeCalendar.write(programme, programme.name(), Instant.now(), writer);
      }
      return List.of();
    }
    try (var out = new BufferedOutputStream(Files.newOutputStream(to))) {
      return switch (extension) {
        case "xml" -> ForeignPlans.writeMspdi(programme, out);
        case "xer" -> ForeignPlans.writeXer(programme, out);
        default -> ProgrammeBook.write(programme, out);
      };
    }
  }

  private static Programme programme(PlanRun run, @Nullable LocalDate start) {
    var timetable = run.plan().timetable();
    if (run.file().programme() != null) {
      return run.file().programme().dated(timetable);
    }
    if (start == null) {
      throw new IllegalArgumentException("a file without dates needs the day of period 0");
    }
    var network = run.file().network();
    int first = run.file().firstNumber();
    var labels = IntStream.range(0, network.size()).mapToObj(i -> {
      var id = String.valueOf(i + first);
      // Row 0 means the whole project in Microsoft Project.
      return new Label(first == 0 ? String.valueOf(i + 1) : id, "", id, List.of());
    }).toList();
    var projects = IntStream.range(0, network.projects()).mapToObj(p -> "项目 project " + p).toList();
    return Programme.of(String.valueOf(run.path().getFileName()), start, network, timetable, labels, projects,
        network.crews().stream().map(Crew::code).toList(),
        IntStream.range(0, network.calendars().size()).mapToObj(c -> "日历 calendar " + c).toList());
  }

  private static void json(PlanRun run, Writer writer) throws IOException {
    Timetable timetable = run.plan().timetable();
    Programme programme = run.file().programme() == null ? null : run.file().programme().dated(timetable);
    boolean[] ends = programme == null ? new boolean[0] : programme.endsWork();
    int rows = run.file().activities();
    writer.write("[\n");
    for (int i = 0; i < rows; i++) {
      JsonLine line = new JsonLine();
      if (programme == null) {
        line.put("activity", i + run.file().firstNumber()).put("start", timetable.start(i)).put("finish", timetable.finish(i));
      } else {
        row(line, programme, i, ends[i]);
      }
      writer.write(line.end());
      writer.write(i + 1 < rows ? ",\n" : "\n");
    }
    writer.write("]\n");
  }

  private static void row(JsonLine line, Programme programme, int i, boolean ends) {
    var activity = programme.activities().get(i);
    line.put("activity", activity.id());
    if (activity.planned() != null) {
      line.put("start", Programme.firstDay(activity.planned(), ends).toString())
          .put("finish", Programme.lastDay(activity.planned(), ends).toString());
    }
    line.put("name", activity.name());
  }
}
