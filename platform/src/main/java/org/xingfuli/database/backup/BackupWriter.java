package org.xingfuli.database.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup under a name of its own, readable by its owner only, and gives it its final name when all of it has
 * reached the disk. It is a plain zip whose comment ends with the SHA-256 of everything before that.
 */
final class BackupWriter implements AutoCloseable {

  /** The tables' text shrinks to a fifth already at a low level, in half the time of the usual one. */
  private static final int TEXT_LEVEL = 3;

  private final Path file;
  private final Path partial;
  private final FileChannel channel;
  private final ZipOutputStream zip;
  private boolean finished;

  BackupWriter(Path file) {
    this.file = file.toAbsolutePath();
    this.partial = this.file.resolveSibling(this.file.getFileName() + ".partial-" + ProcessHandle.current().pid());
    if (Files.exists(this.file)) {
      throw new BackupRefused("%s 已存在，不覆盖。请换一个文件名。".formatted(file),
          "%s exists and is not overwritten; name another file.".formatted(file));
    }
    try {
      channel = FileChannel.open(partial, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
          StandardOpenOption.WRITE), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new BackupRefused("无法写入 %s：%s".formatted(partial, e), "%s cannot be written: %s".formatted(partial, e), e);
    }
    zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), StandardCharsets.UTF_8);
    zip.setComment(Seal.PREFIX + "0".repeat(Seal.HEX));
  }

  /** The stream of a table's text; closed by {@link #end}. */
  OutputStream begin(String name) throws IOException {
    zip.setLevel(TEXT_LEVEL);
    zip.putNextEntry(new ZipEntry(name));
    return zip;
  }

  void end() throws IOException {
    zip.closeEntry();
  }

  /** Puts a file in as it is; photos do not shrink. Returns its hash. */
  String put(String name, InputStream content) throws IOException {
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(name));
    var hash = Sha256.copy(content, zip);
    zip.closeEntry();
    return hash;
  }

  /**
   * Seals the file and gives it its name.
   *
   * @return the SHA-256 of the whole file, as {@code sha256sum} prints it
   */
  String finish(Manifest manifest) throws IOException {
    begin(BackupFile.MANIFEST).write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
        .writeValueAsBytes(manifest));
    end();
    zip.finish();
    zip.flush();
    // Read back, so that what is hashed is what stands there.
    var seal = Seal.of(channel);
    channel.write(ByteBuffer.wrap(seal.content().getBytes(StandardCharsets.US_ASCII)), channel.size() - Seal.HEX);
    channel.force(true);
    try {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      throw new BackupRefused("%s 已存在，不覆盖。".formatted(file), "%s exists and is not overwritten.".formatted(file), e);
    }
    Durable.folder(Objects.requireNonNull(file.getParent()));
    finished = true;
    return seal.whole();
  }

  /** Leaves nothing behind of a file that was not finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(partial);
    }
  }
}
