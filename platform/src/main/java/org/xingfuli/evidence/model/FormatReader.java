package org.xingfuli.evidence.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Tells a file's format by its bytes; its name proves nothing. */
public final class FormatReader {

  private static final Set<String> HEIF = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");
  private static final int MOST_PARTS = 5000;

  private FormatReader() {}

  /** The format, or null for anything that is not taken. */
  public static @Nullable Format of(byte[] content) {
    if (starts(content, 0, 0xff, 0xd8, 0xff)) {
      return Format.JPEG;
    }
    if (starts(content, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Format.PNG;
    }
    if (starts(content, 0, 'R', 'I', 'F', 'F') && starts(content, 8, 'W', 'E', 'B', 'P')) {
      return Format.WEBP;
    }
    if (starts(content, 0, '%', 'P', 'D', 'F', '-')) {
      return Format.PDF;
    }
    return starts(content, 0, 'P', 'K', 3, 4) ? office(content) : null;
  }

  /** Whether it is a phone's HEIC photo, which no browser but one shows. */
  public static boolean isHeif(byte[] content) {
    return starts(content, 4, 'f', 't', 'y', 'p') && content.length >= 12
        && HEIF.contains(new String(content, 8, 4, StandardCharsets.ISO_8859_1));
  }

  /** A workbook or text by the parts it lists; macros are no evidence. Only the directory is read, nothing is unpacked. */
  private static @Nullable Format office(byte[] content) {
    try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      var names = new HashSet<String>();
      for (var entries = zip.getEntries(); entries.hasMoreElements() && names.size() <= MOST_PARTS; ) {
        names.add(entries.nextElement().getName());
      }
      if (!names.contains("[Content_Types].xml") || names.size() > MOST_PARTS
          || names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
        return null;
      }
      if (names.contains("xl/workbook.xml")) {
        return Format.XLSX;
      }
      return names.contains("word/document.xml") ? Format.DOCX : null;
    } catch (IOException | IllegalArgumentException torn) {
      return null;
    }
  }

  private static boolean starts(byte[] content, int at, int... bytes) {
    if (content.length < at + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[at + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
