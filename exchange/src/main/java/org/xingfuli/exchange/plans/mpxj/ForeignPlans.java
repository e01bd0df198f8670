package org.xingfuli.exchange.plans.mpxj;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Reading;
import org.xingfuli.exchange.plans.model.Soundness;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Reads and writes the files of Microsoft Project and Primavera. */
public final class ForeignPlans {

  /** No programme of a district takes more; what does is no programme. */
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_SECONDS = 120;
  /** Far enough for any row nested in any other; what needs more is made to break us. */
  private static final long STACK = 16L << 20;

  private static final Set<Object> CALENDAR_DAYS = Set.of("FromDate", "ToDate", "Date");

  /** A format read here. */
  public enum Format {
    MPP, MSPDI, XER, PMXML
  }

  private ForeignPlans() {}

  /** Throws {@link Refused} with every fault found; nothing else escapes, whatever the file holds. */
  public static Reading read(byte[] bytes, Format format) {
    if (bytes.length > MOST_BYTES) {
      throw new Refused(Refusal.of("plan-file.too-large",
          Map.of("megabytes", bytes.length >> 20, "most", MOST_BYTES >> 20)));
    }
    var findings = new Findings();
    var content = bytes;
    switch (format) {
      case MSPDI -> content = new MspdiCheck(findings).check(bytes);
      case PMXML -> content = new PmxmlCheck(findings).check(bytes);
      case XER -> content = new XerCheck(findings).check(bytes);
      case MPP -> MppCheck.check(bytes, findings);
    }
    if (findings.faults().stream().anyMatch(ForeignPlans::hopeless)) {
      throw new Refused(findings.faults());
    }
    var programme = guarded(content, format, findings);
    return new Reading(programme, findings.losses());
  }

  /** Whether there is no sense in reading on to find more, or danger: a calendar's stretch may be one of thousands of years. */
  private static boolean hopeless(Refusal fault) {
    boolean stretch = fault.code().equals("plan-file.unreadable-value") && CALENDAR_DAYS.contains(fault.values().get("what"));
    return stretch || !List.of("plan-file.unknown-reference", "plan-file.negative-duration", "plan-file.finish-before-start",
        "plan-file.self-link", "plan-file.unreadable-value").contains(fault.code());
  }

  /** On a thread of its own: a file made to break a reader may nest or loop. */
  private static Programme guarded(byte[] content, Format format, Findings findings) {
    var task = new FutureTask<>(() -> convert(content, format, findings));
    var thread = new Thread(null, task, "plan-file", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      task.cancel(true);
      throw new Refused(Refusal.of("plan-file.too-slow", Map.of("seconds", MOST_SECONDS)));
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new Refused(Refusal.of("plan-file.too-slow", Map.of("seconds", MOST_SECONDS)));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new Refused(damaged(format, failed.getCause() == null ? failed : failed.getCause(), findings));
    }
  }

  private static List<Refusal> damaged(Format format, Throwable cause, Findings findings) {
    if (findings.faults().isEmpty()) {
      var deepest = cause;
      while (deepest.getCause() != null && deepest.getCause() != deepest) {
        deepest = deepest.getCause();
      }
      var said = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
      boolean locked = deepest.getClass().getSimpleName().contains("Password") || said.contains("password");
      findings.fault(locked ? Refusal.of("plan-file.password")
          : Refusal.of("plan-file.damaged", Map.of("format", format.name(), "reason", shortened(said))));
    }
    return findings.faults();
  }

  private static String shortened(String text) {
    var line = text.lines().findFirst().orElse("").strip();
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }

  private static Programme convert(byte[] content, Format format, Findings findings) throws MPXJException {
    var files = files(content, format);
    if (files.isEmpty() && findings.faults().isEmpty()) {
      findings.fault("plan-file.no-activities", Map.of());
    }
    if (files.isEmpty()) {
      throw new Refused(findings.faults());
    }
    var programme = new FromMpxj(files, format, findings).programme();
    if (programme != null) {
      Soundness.faults(programme).forEach(findings::fault);
    }
    if (programme == null || !findings.faults().isEmpty()) {
      throw new Refused(findings.faults());
    }
    return programme;
  }

  private static List<ProjectFile> files(byte[] content, Format format) throws MPXJException {
    var in = new ByteArrayInputStream(content);
    return switch (format) {
      case MPP -> {
        var reader = new MPPReader();
        reader.setReadPresentationData(false);
        yield List.of(reader.read(in));
      }
      case MSPDI -> List.of(new MSPDIReader().read(in));
      case XER -> {
        var reader = new PrimaveraXERFileReader();
        reader.setCharset(StandardCharsets.UTF_8);
        reader.setLinkCrossProjectRelations(true);
        yield projects(reader.readAll(in));
      }
      case PMXML -> {
        var reader = new PrimaveraPMFileReader();
        reader.setLinkCrossProjectRelations(true);
        yield projects(reader.readAll(in));
      }
    };
  }

  /** Primavera's file holds a project and its baseline side by side; the baseline is no second project to carry out. */
  private static List<ProjectFile> projects(List<ProjectFile> all) {
    var filled = all.stream().filter(file -> !file.getTasks().isEmpty()).toList();
    var current = filled.stream().filter(file -> !file.getProjectProperties().getProjectIsBaseline()).toList();
    return current.isEmpty() ? filled : current;
  }

  /** Writes MSPDI; the answer is what does not survive there. */
  public static List<Loss> writeMspdi(Programme programme, OutputStream out) throws IOException {
    var findings = new Findings();
    var file = new ToMpxj(programme, false, findings).file();
    var writer = new MSPDIWriter();
    writer.setWriteTimephasedData(false);
    writer.write(file, out);
    return findings.losses();
  }

  /** Writes XER in UTF-8; the answer is what does not survive there. */
  public static List<Loss> writeXer(Programme programme, OutputStream out) throws IOException {
    var findings = new Findings();
    var file = new ToMpxj(programme, true, findings).file();
    var writer = new PrimaveraXERFileWriter();
    writer.setCharset(StandardCharsets.UTF_8);
    writer.write(file, out);
    return findings.losses();
  }
}
