package org.xingfuli.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup opened for reading, after its seal, its manifest and the presence of everything the manifest names were checked. */
final class BackupFile implements AutoCloseable {

  static final String MANIFEST = "manifest.json";

  private final ZipFile zip;
  private final Manifest manifest;
  private final String sha256;

  private BackupFile(ZipFile zip, Manifest manifest, String sha256) {
    this.zip = zip;
    this.manifest = manifest;
    this.sha256 = sha256;
  }

  /**
   * Opens and checks.
   *
   * @throws BackupRefused for a file that is cut, changed, incomplete, or of a form this version does not know
   */
  static BackupFile open(Path file) {
    try {
      var seal = seal(file);
      if (!seal.content().equals(seal.written())) {
        throw new BackupRefused("备份文件已损坏：内容与文件末尾的校验值不符。没有改动任何数据。可能：存储介质损坏，请改用另一份备份。",
            "The backup is damaged: its content does not fit the hash at its end. Nothing was changed. Maybe the medium is bad; use another backup.");
      }
      var zip = new ZipFile(file.toFile());
      try {
        var opened = new BackupFile(zip, manifest(zip), seal.whole());
        opened.refuseIncomplete();
        return opened;
      } catch (RuntimeException | IOException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException | JacksonException e) {
      throw new BackupRefused("无法读取备份文件：" + e.getMessage(), "The backup cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BackupRefused("无法打开 %s：%s".formatted(file, e), "%s cannot be opened: %s".formatted(file, e), e);
    }
  }

  private static Seal seal(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return Seal.of(channel);
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    var entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw missing(MANIFEST);
    }
    try (var in = zip.getInputStream(entry)) {
      var json = JsonMapper.builder().build().readTree(in);
      var format = json.path("format").asInt();
      if (format < 1 || format > Manifest.FORMAT) {
        throw new BackupRefused(
            "备份格式 %d 较新，本版只认识到 %d。请用取得该备份的版本或更新的版本恢复。".formatted(format, Manifest.FORMAT),
            "The backup has form %d, this version knows forms up to %d. Restore it with the version that took it, or a newer one."
                .formatted(format, Manifest.FORMAT));
      }
      return JsonMapper.builder().build().treeToValue(json, Manifest.class);
    }
  }

  private void refuseIncomplete() {
    manifest.tables().forEach(table -> refuseMissing(table(table.name()), table.bytes()));
    manifest.evidence().forEach(content -> refuseMissing(evidence(content.path()), content.bytes()));
    manifest.files().forEach(content -> refuseMissing(file(content.path()), content.bytes()));
  }

  private void refuseMissing(String name, long bytes) {
    var entry = zip.getEntry(name);
    if (entry == null || entry.getSize() != bytes) {
      throw missing(name);
    }
  }

  private static BackupRefused missing(String name) {
    return new BackupRefused("备份缺少 %s。没有改动任何数据。".formatted(name),
        "The backup lacks %s. Nothing was changed.".formatted(name));
  }

  static String table(String name) {
    return "tables/" + name + ".txt";
  }

  static String evidence(String path) {
    return "evidence/" + path;
  }

  static String file(String path) {
    return "files/" + path;
  }

  Manifest manifest() {
    return manifest;
  }

  /** Hash of the whole file. */
  String sha256() {
    return sha256;
  }

  InputStream read(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw missing(name);
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
