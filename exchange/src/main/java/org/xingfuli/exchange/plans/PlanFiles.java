package org.xingfuli.exchange.plans;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** Reads schedule files whatever they are called. */
public final class PlanFiles {

  private static final int HEAD = 4096;

  private PlanFiles() {}

  public static PlanFile read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /**
   * Throws {@link Refused}: {@code plan-file.unknown-format}; {@code plan-file.not-yet} for formats that are recognised
   * but not read yet; otherwise every fault with its {@code line}, or the faults of the network ({@code schedule.*}).
   */
  public static PlanFile read(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    String trimmed = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3).stripLeading() : head.stripLeading();
    Lines lines = new Lines(bytes);
    if (trimmed.startsWith("district ")) {
      return new DistrictReader(lines).read();
    }
    if (trimmed.startsWith("***") || trimmed.startsWith("file with basedata")) {
      return new PsplibReader(lines).read();
    }
    if (looksLikeMpsplib(trimmed)) {
      return new MpsplibReader(lines).read();
    }
    throw new Refused(foreign(trimmed));
  }

  private static boolean looksLikeMpsplib(String head) {
    int end = head.indexOf('\n');
    return end > 0
        && head.substring(0, end).strip().matches("\\d+\\s+\\d+\\s+\\d+")
        && head.substring(end).stripLeading().startsWith("[");
  }

  private static Refusal foreign(String head) {
    String format = null;
    if (head.startsWith("PK\u0003\u0004")) {
      format = "xlsx";
    } else if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      format = "mpp";
    } else if (head.startsWith("ERMHDR")) {
      format = "XER";
    } else if (head.startsWith("<") && head.contains("schemas.microsoft.com/project")) {
      format = "MSPDI";
    }
    return format != null
        ? Refusal.of("plan-file.not-yet", Map.of("format", format))
        : Refusal.of("plan-file.unknown-format");
  }
}
