package org.xingfuli.evidence.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.evidence.NewEvidence;
import org.xingfuli.kernel.Refusal;

/** Finds everything that is wrong with an upload, file by file. */
public final class EvidenceCheck {

  private static final int MOST_CAPTION = 200;
  private static final int MOST_NAME = 120;
  private static final int MOST_DEVICE = 120;

  /** What is taken: most bytes of a photo and of a document, most pixels. */
  public record Limits(long photoBytes, long documentBytes, long pixels) {}

  /**
   * What the bytes told.
   *
   * @param size as shown; null for documents
   */
  public record Content(Format format, Pictures.@Nullable Size size, int orientation, ExifReader.@Nullable Found exif) {}

  private final List<Refusal> refusals = new ArrayList<>();
  private final Limits limits;

  public EvidenceCheck(Limits limits) {
    this.limits = limits;
  }

  /** All that was found so far. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Looks at the bytes of one file; null when there was something to refuse. */
  public @Nullable Content content(int number, String name, byte[] content) {
    if (content.length == 0) {
      return refuse("evidence.empty", number, name, Map.of());
    }
    var format = FormatReader.of(content);
    if (format == null) {
      return refuse(FormatReader.isHeif(content) ? "evidence.heic" : "evidence.unknown-format", number, name, Map.of());
    }
    long most = format.kind() == EvidenceKind.PHOTO ? limits.photoBytes() : limits.documentBytes();
    if (content.length > most) {
      return refuse("evidence.too-large", number, name, Map.of("megabytes", most >> 20));
    }
    if (format.kind() == EvidenceKind.DOCUMENT) {
      return new Content(format, null, 1, null);
    }
    var size = Pictures.size(content, format);
    if (size == null) {
      return refuse("evidence.unreadable", number, name, Map.of());
    }
    if (size.pixels() > limits.pixels()) {
      return refuse("evidence.too-many-pixels", number, name,
          Map.of("width", size.width(), "height", size.height(), "megapixels", limits.pixels() / 1_000_000));
    }
    var exif = ExifReader.read(content);
    return new Content(format, size.shown(exif.orientation()), exif.orientation(), exif);
  }

  /** The photo's small pictures could not be made. */
  public void unreadable(int number, String name) {
    refuse("evidence.unreadable", number, name, Map.of());
  }

  /** What is stated, cut to what is kept; faults are noted. */
  public NewEvidence statement(int number, NewEvidence said) {
    var at = "/items/" + number;
    if (said.caption().strip().length() > MOST_CAPTION) {
      refusals.add(Refusal.of("evidence.caption-too-long", Map.of("pointer", at + "/caption", "most", MOST_CAPTION)));
    }
    degrees(at + "/latitude", said.latitude(), said.longitude(), 90);
    degrees(at + "/longitude", said.longitude(), said.latitude(), 180);
    var accuracy = said.accuracy();
    return new NewEvidence(said.estateId(), said.subjectType(), said.subjectId(), name(said.fileName()),
        plain(said.caption()), rounded(said.latitude(), ExifReader.PLACES), rounded(said.longitude(), ExifReader.PLACES),
        accuracy == null || accuracy.signum() < 0 ? null : rounded(accuracy.min(BigDecimal.valueOf(1_000_000)), 1),
        said.takenAt() == null ? null : said.takenAt().truncatedTo(ChronoUnit.MICROS), device(said.device()));
  }

  private void degrees(String pointer, @Nullable BigDecimal value, @Nullable BigDecimal other, int most) {
    boolean alone = value == null && other != null;
    if (alone || value != null && value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      refusals.add(Refusal.of("evidence.bad-place", Map.of("pointer", pointer, "most", most)));
    }
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal value, int places) {
    return value == null ? null : value.setScale(places, RoundingMode.HALF_UP);
  }

  /** The last part of the name, for people; it decides nothing. */
  private static String name(String said) {
    var last = plain(said.replaceFirst(".*[/\\\\]", ""));
    return last.isEmpty() ? "-" : last.substring(Math.max(0, last.length() - MOST_NAME));
  }

  private static @Nullable String device(@Nullable String said) {
    var words = said == null ? "" : plain(said);
    return words.isEmpty() ? null : words.substring(0, Math.min(MOST_DEVICE, words.length()));
  }

  private static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private @Nullable Content refuse(String code, int number, String name, Map<String, Object> values) {
    var all = new HashMap<>(values);
    all.put("pointer", "/file/" + number);
    all.put("file", name(name));
    refusals.add(Refusal.of(code, all));
    return null;
  }
}
