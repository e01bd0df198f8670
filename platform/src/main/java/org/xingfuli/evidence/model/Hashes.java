package org.xingfuli.evidence.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xingfuli.evidence.EvidenceItem;

/** SHA-256 of contents, and the seal over everything that is on record of an item. */
public final class Hashes {

  private Hashes() {}

  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** Hashes a stream to its end without holding it. */
  public static String of(InputStream content) throws IOException {
    var digest = sha256();
    var part = new byte[64 * 1024];
    for (int read = content.read(part); read >= 0; read = content.read(part)) {
      digest.update(part, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The seal: the hash over every field with its name and length, so that no two items look alike. The area is left out,
   * since an estate may move; a withdrawal has a record of its own.
   */
  public static String seal(EvidenceItem item) {
    var text = new StringBuilder("xingfuli.evidence.1\n");
    add(text, "id", item.id());
    add(text, "estate", item.estateId());
    add(text, "kind", item.kind());
    add(text, "mediaType", item.mediaType());
    add(text, "hash", item.hash());
    add(text, "bytes", item.bytes());
    add(text, "width", item.width());
    add(text, "height", item.height());
    add(text, "fileName", item.fileName());
    add(text, "caption", item.caption());
    add(text, "subjectType", item.subjectType());
    add(text, "subjectId", item.subjectId());
    add(text, "latitude", item.latitude());
    add(text, "longitude", item.longitude());
    add(text, "accuracy", item.accuracy());
    add(text, "takenAt", item.takenAt());
    add(text, "receivedAt", item.receivedAt());
    add(text, "device", item.device());
    add(text, "uploadedBy", item.uploadedBy());
    add(text, "uploader", item.uploader());
    add(text, "exifTakenAt", item.exif().takenAt());
    add(text, "exifLatitude", item.exif().latitude());
    add(text, "exifLongitude", item.exif().longitude());
    add(text, "exifDevice", item.exif().device());
    return of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void add(StringBuilder text, String name, @Nullable Object value) {
    var words = value == null ? "-" : "=" + Objects.toString(value);
    text.append(name).append(':').append(words.length()).append(':').append(words).append('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
