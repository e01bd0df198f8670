package org.xingfuli.evidence.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceItem;

/**
 * Something about an item a reader should know: that what was stated and what the file says disagree. Shown beside the
 * item, never a reason to hide it.
 *
 * @param apart how far, in minutes for times and metres for places
 */
public record Remark(Kind kind, long apart) {

  /** What disagrees. */
  public enum Kind {
    /** The time stated and the time the camera wrote. */
    TIME_APART,
    /** The place stated and the place the camera wrote. */
    PLACE_APART,
    /** It is said to be taken after it was received. */
    TAKEN_AFTER_RECEIVED
  }

  private static final double EARTH_RADIUS = 6_371_000; // m

  /** The remarks on an item; times closer than so many minutes and places closer than so many metres agree. */
  public static List<Remark> on(EvidenceItem item, int minutes, int metres) {
    var remarks = new ArrayList<Remark>();
    var exif = item.exif();
    var taken = item.takenAt();
    if (taken != null && exif.takenAt() != null) {
      long apart = Duration.between(taken, exif.takenAt()).abs().toMinutes();
      if (apart > minutes) {
        remarks.add(new Remark(Kind.TIME_APART, apart));
      }
    }
    var told = taken == null ? exif.takenAt() : taken;
    if (told != null) {
      long after = Duration.between(item.receivedAt(), told).toMinutes();
      if (after > minutes) {
        remarks.add(new Remark(Kind.TAKEN_AFTER_RECEIVED, after));
      }
    }
    var apart = apart(item.latitude(), item.longitude(), exif.latitude(), exif.longitude());
    if (apart != null && apart > metres) {
      remarks.add(new Remark(Kind.PLACE_APART, apart));
    }
    return remarks;
  }

  private static @Nullable Long apart(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude,
      @Nullable BigDecimal exifLatitude, @Nullable BigDecimal exifLongitude) {
    if (latitude == null || longitude == null || exifLatitude == null || exifLongitude == null) {
      return null;
    }
    double one = Math.toRadians(latitude.doubleValue());
    double other = Math.toRadians(exifLatitude.doubleValue());
    double north = Math.sin((other - one) / 2);
    double east = Math.sin(Math.toRadians(exifLongitude.subtract(longitude).doubleValue()) / 2);
    double chord = north * north + Math.cos(one) * Math.cos(other) * east * east;
    return Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord))));
  }
}
