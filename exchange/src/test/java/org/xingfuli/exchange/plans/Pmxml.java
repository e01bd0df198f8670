package org.xingfuli.exchange.plans;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;

/** Primavera's PMXML as another program writes it: ours is no writer of it, so what we write as XER goes through MPXJ's. */
final class Pmxml {

  private Pmxml() {}

  static String of(Programme programme) throws IOException {
    return written(through(programme), false);
  }

  /** With a baseline in which everything is so many days later. */
  static String withBaseline(Programme programme, int days) throws IOException {
    var file = through(programme);
    var baseline = through(programme);
    baseline.getProjectProperties().setUniqueID(77);
    baseline.getProjectProperties().setProjectIsBaseline(true);
    for (var task : baseline.getTasks()) {
      if (task.getStart() != null && task.getFinish() != null) {
        task.setStart(task.getStart().plusDays(days));
        task.setFinish(task.getFinish().plusDays(days));
        task.setPlannedStart(task.getStart());
        task.setPlannedFinish(task.getFinish());
      }
    }
    file.setBaseline(baseline);
    file.getProjectProperties().setBaselineProjectUniqueID(77);
    return written(file, true);
  }

  private static ProjectFile through(Programme programme) throws IOException {
    var xer = new ByteArrayOutputStream();
    ForeignPlans.writeXer(programme, xer);
    var reader = new PrimaveraXERFileReader();
    reader.setCharset(StandardCharsets.UTF_8);
    try {
      return reader.read(new ByteArrayInputStream(xer.toByteArray()));
    } catch (MPXJException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String written(ProjectFile file, boolean baselines) throws IOException {
    var xml = new ByteArrayOutputStream();
    var writer = new PrimaveraPMFileWriter();
    writer.setWriteBaselines(baselines);
    writer.write(file, xml);
    return xml.toString(StandardCharsets.UTF_8);
  }
}
