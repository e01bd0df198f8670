package org.xingfuli.exchange.plans;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.xingfuli.exchange.plans.book.ProgrammeBook;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Reads schedule files whatever they are called. */
public final class PlanFiles {

  private static final int HEAD = 4096;
  /** Larger files are not even loaded. */
  private static final long MOST_BYTES = 256L << 20;
  private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?([A-Za-z]\\w*)[\\s>/]");

  private PlanFiles() {}

  public static PlanFile read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new Refused(Refusal.of("plan-file.too-large",
          Map.of("megabytes", Files.size(file) >> 20, "most", MOST_BYTES >> 20)));
    }
    return read(Files.readAllBytes(file));
  }

  /**
   * Throws {@link Refused}: {@code plan-file.unknown-format}; otherwise every fault with its {@code line} or
   * {@code place}, or the faults of the network ({@code schedule.*}).
   */
  public static PlanFile read(byte[] bytes) {
    if (bytes.length == 0) {
      throw new Refused(Refusal.of("plan-file.empty"));
    }
    String head = head(bytes);
    Charset charset = charset(bytes);
    Lines lines = new Lines(charset.equals(StandardCharsets.ISO_8859_1) ? bytes
        : new String(bytes, charset).getBytes(StandardCharsets.UTF_8));
    if (head.startsWith("district ")) {
      return new DistrictReader(lines).read();
    }
    if (head.startsWith("***") || head.startsWith("file with basedata")) {
      return new PsplibReader(lines).read();
    }
    if (looksLikeMpsplib(head)) {
      return new MpsplibReader(lines).read();
    }
    if (head.startsWith("PK\u0003\u0004")) {
      var reading = ProgrammeBook.read(bytes);
      return PlanFile.of(PlanFile.Format.WORKBOOK, reading.programme(), reading.losses());
    }
    return foreign(bytes, head);
  }

  private static PlanFile foreign(byte[] bytes, String head) {
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return foreign(bytes, ForeignPlans.Format.MPP, PlanFile.Format.MPP);
    }
    if (head.startsWith("ERMHDR")) {
      return foreign(bytes, ForeignPlans.Format.XER, PlanFile.Format.XER);
    }
    if (head.startsWith("<")) {
      String root = root(head);
      if (root.equals("Project") || head.contains("schemas.microsoft.com/project")) {
        return foreign(bytes, ForeignPlans.Format.MSPDI, PlanFile.Format.MSPDI);
      }
      if (root.equals("APIBusinessObjects")) {
        return foreign(bytes, ForeignPlans.Format.PMXML, PlanFile.Format.PMXML);
      }
    }
    throw new Refused(Refusal.of("plan-file.unknown-format"));
  }

  private static PlanFile foreign(byte[] bytes, ForeignPlans.Format format, PlanFile.Format as) {
    var reading = ForeignPlans.read(bytes, format);
    return PlanFile.of(as, reading.programme(), reading.losses());
  }

  /** The beginning as text. */
  private static String head(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), charset(bytes));
    return head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3).stripLeading()
        : (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
  }

  /** UTF-16 only where a mark or a blank half says so; every other encoding is ASCII in what is looked for. */
  private static Charset charset(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF ? StandardCharsets.UTF_16
        : first == '<' && second == 0 ? StandardCharsets.UTF_16LE
        : first == 0 && second == '<' ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
  }

  /** Name of the first element, whatever declarations and comments stand before it. */
  private static String root(String head) {
    var found = ROOT.matcher(head.replaceAll("(?s)<!--.*?-->", ""));
    return found.find() ? found.group(1) : "";
  }

  private static boolean looksLikeMpsplib(String head) {
    int end = head.indexOf('\n');
    return end > 0
        && head.substring(0, end).strip().matches("\\d+\\s+\\d+\\s+\\d+")
        && head.substring(end).stripLeading().startsWith("[");
  }
}
