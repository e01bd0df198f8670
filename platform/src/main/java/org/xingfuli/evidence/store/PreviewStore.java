package org.xingfuli.evidence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EvidenceProperties;

/** Keeps small pictures beside the originals' folder. They can be made again at any time, so nothing is synced or backed up. */
@Component
public class PreviewStore {

  /** Counted up when small pictures are made in another way. */
  private static final String MAKING = "1";

  private final Path root;

  PreviewStore(EvidenceProperties properties, @Value("${xingfuli.data:.xingfuli}") Path data) {
    var folder = properties.previews();
    this.root = (folder == null ? data.resolve("previews") : folder).toAbsolutePath();
  }

  public byte @Nullable [] read(String hash, int side) {
    try {
      return Files.readAllBytes(path(hash, side));
    } catch (NoSuchFileException absent) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String hash, int side, byte[] picture) {
    var file = path(hash, side);
    try {
      Files.createDirectories(file.getParent());
      var beside = Files.createTempFile(file.getParent(), ".", ".part");
      Files.write(beside, picture);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All small pictures of a content, in whatever way they were made. */
  public void erase(String hash) {
    var folder = folder(hash);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var pictures = Files.newDirectoryStream(folder, hash + "-*")) {
      for (var picture : pictures) {
        Files.deleteIfExists(picture);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String hash, int side) {
    return folder(hash).resolve(hash + "-" + side + "-" + MAKING + ".jpg");
  }

  private Path folder(String hash) {
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4));
  }
}
