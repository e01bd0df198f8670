package org.xingfuli.evidence.model;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceItem.Exif;
import org.xingfuli.kernel.BusinessClock;

/** Reads what a camera wrote into a photo; a photo without, or with torn notes, simply says nothing. */
public final class ExifReader {

  /** Decimal places of a degree: a tenth of a metre. */
  public static final int PLACES = 6;

  private static final int MOST_WORDS = 120;

  /**
   * What was found.
   *
   * @param orientation 1 to 8 as in EXIF 2.3, 4.6.4; 1 is upright
   */
  public record Found(Exif exif, int orientation) {}

  private ExifReader() {}

  public static Found read(byte[] photo) {
    try {
      var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo), photo.length);
      return new Found(exif(metadata), orientation(metadata));
    } catch (ImageProcessingException | IOException | RuntimeException torn) {
      return new Found(Exif.NONE, 1);
    }
  }

  private static Exif exif(Metadata metadata) {
    var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    var place = gps == null ? null : gps.getGeoLocation();
    if (place != null && (place.isZero() || Math.abs(place.getLatitude()) > 90 || Math.abs(place.getLongitude()) > 180)) {
      place = null;
    }
    return new Exif(takenAt(metadata), place == null ? null : degrees(place.getLatitude()),
        place == null ? null : degrees(place.getLongitude()), device(metadata));
  }

  private static BigDecimal degrees(double value) {
    return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
  }

  /** A camera that names no zone is believed to run on the district's time. */
  private static @Nullable Instant takenAt(Metadata metadata) {
    var sub = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    var date = sub == null ? null : sub.getDateOriginal(TimeZone.getTimeZone(BusinessClock.ZONE));
    return date == null ? null : date.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable String device(Metadata metadata) {
    var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    if (main == null) {
      return null;
    }
    var words = Stream.of(ExifIFD0Directory.TAG_MAKE, ExifIFD0Directory.TAG_MODEL)
        .map(main::getString).filter(word -> word != null && !word.isBlank()).map(String::strip).distinct()
        .collect(Collectors.joining(" "));
    var plain = words.replaceAll("\\p{Cntrl}", "");
    return plain.isEmpty() ? null : plain.substring(0, Math.min(MOST_WORDS, plain.length()));
  }

  private static int orientation(Metadata metadata) {
    var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    try {
      int said = main != null && main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? main.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
      return said >= 1 && said <= 8 ? said : 1;
    } catch (MetadataException torn) {
      return 1;
    }
  }
}
