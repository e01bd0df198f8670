package org.xingfuli.evidence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xingfuli.evidence.EvidenceProperties;

/**
 * A folder {@code aa/bb/hash}. A file is written beside, brought to the disk, and only then given its name, so that a name
 * never stands for half a file, also when two nodes keep the same content at one moment.
 */
@Component
class FolderBlobStore implements BlobStore {

  private final Path root;

  FolderBlobStore(EvidenceProperties properties, @Value("${xingfuli.data:.xingfuli}") Path data) {
    var folder = properties.folder();
    this.root = (folder == null ? data.resolve("evidence") : folder).toAbsolutePath();
  }

  @Override
  public void keep(String hash, byte[] content) {
    var file = path(hash);
    try {
      if (Files.exists(file) && Files.size(file) == content.length) {
        return;
      }
      Files.createDirectories(file.getParent());
      var beside = Files.createTempFile(file.getParent(), "." + hash.substring(0, 8), ".part");
      try {
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
          var buffer = ByteBuffer.wrap(content);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      for (var folder = file.getParent(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
        sync(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the content " + hash + " could not be kept", e);
    }
  }

  /** The name itself must reach the disk too. */
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public @Nullable InputStream open(String hash) throws IOException {
    try {
      return Files.newInputStream(path(hash));
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  @Override
  public void erase(String hash) {
    var file = path(hash);
    try {
      if (Files.deleteIfExists(file)) {
        sync(Objects.requireNonNull(file.getParent()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the content " + hash + " could not be erased", e);
    }
  }

  private Path path(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no hash: " + hash);
    }
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }
}
