package org.xingfuli.evidence.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.model.ExifReader;
import org.xingfuli.evidence.model.Format;
import org.xingfuli.evidence.model.FormatReader;
import org.xingfuli.evidence.model.Pictures;
import org.xingfuli.evidence.store.BlobStore;
import org.xingfuli.evidence.store.PreviewStore;

/** Thumbnails and previews: made as a photo comes in, and made again where they are missing. */
@Component
public class SmallPictures {

  /** Decoding takes memory; so many at once on a node. */
  private final Semaphore turns = new Semaphore(2);

  private final BlobStore blobs;
  private final PreviewStore previews;

  SmallPictures(BlobStore blobs, PreviewStore previews) {
    this.blobs = blobs;
    this.previews = previews;
  }

  /** Makes both; false when the photo cannot be decoded. */
  boolean make(String hash, byte[] photo, Format format, int orientation) {
    turns.acquireUninterruptibly();
    try {
      var small = Pictures.small(photo, format, orientation);
      if (small == null) {
        return false;
      }
      previews.write(hash, Pictures.THUMBNAIL, small.thumbnail());
      previews.write(hash, Pictures.PREVIEW, small.preview());
      return true;
    } finally {
      turns.release();
    }
  }

  /** The small picture of this longest side; null when the original is missing or was changed. */
  public byte @Nullable [] of(EvidenceItem photo, int side) {
    var there = previews.read(photo.hash(), side);
    if (there != null) {
      return there;
    }
    try (var original = blobs.open(photo.hash())) {
      var bytes = original == null ? new byte[0] : original.readAllBytes();
      var format = FormatReader.of(bytes);
      return format != null && make(photo.hash(), bytes, format, ExifReader.read(bytes).orientation())
          ? previews.read(photo.hash(), side) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
