package org.xingfuli.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.exchange.plans.ScheduleCsv;

/** Writes a schedule where the user asked for it. */
final class OutFile {

  private OutFile() {}

  static void write(Path to, String extension, PlanRun run) throws IOException {
    try (Writer writer = Files.newBufferedWriter(to)) {
      if (extension.equals("csv")) {
        ScheduleCsv.write(run.file(), run.plan().timetable(), writer);
      } else {
        json(run, writer);
      }
    }
  }

  private static void json(PlanRun run, Writer writer) throws IOException {
    Timetable timetable = run.plan().timetable();
    writer.write("[\n");
    for (int i = 0; i < timetable.size(); i++) {
      writer.write(new JsonLine()
          .put("activity", i + run.file().firstNumber())
          .put("start", timetable.start(i))
          .put("finish", timetable.finish(i))
          .end());
      writer.write(i + 1 < timetable.size() ? ",\n" : "\n");
    }
    writer.write("]\n");
  }
}
