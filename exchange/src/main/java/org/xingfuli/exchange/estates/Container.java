package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;
import org.xingfuli.exchange.tables.PartGuard;

/** Looks at an uploaded file before anything reads it: is it a workbook at all, and does it stay small when unpacked? */
final class Container {

  /** 36,000 households unpack to about 20 MB; ten times that is no list of estates any more. */
  private static final long MOST_UNPACKED = 256L << 20;
  private static final long MOST_STRINGS = 64L << 20;
  private static final int MOST_PARTS = 2_000;

  private final Map<String, SheetPart> sheets = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();

  private Container() {}

  /** Reads through the file once; null when it cannot be used, and then the faults say why. */
  static @Nullable Container open(byte[] file, Faults faults) {
    return open(file, faults, MOST_UNPACKED);
  }

  static @Nullable Container open(byte[] file, Faults faults, long mostUnpacked) {
    if (!startsWith(file, 0x50, 0x4B, 0x03, 0x04)) {
      refuse(file, faults);
      return null;
    }
    var container = new Container();
    try (var zip = ZipFile.builder().setByteArray(file).get()) {
      return container.scan(zip, faults, mostUnpacked) ? container : null;
    } catch (IOException | IllegalArgumentException broken) {
      faults.add(FaultKind.FILE_BROKEN, Place.FILE, String.valueOf(broken.getMessage()), null);
      return null;
    }
  }

  /** What was seen of a sheet while reading through; the id is the relationship's, as the workbook names it. */
  SheetPart sheet(String relationship) {
    var target = targets.getOrDefault(relationship, "");
    var path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    return sheets.getOrDefault(path, new SheetPart());
  }

  private boolean scan(ZipFile zip, Faults faults, long mostUnpacked) throws IOException {
    long left = mostUnpacked;
    int parts = 0;
    var kind = "";
    for (var entry : Collections.list(zip.getEntries())) {
      var name = entry.getName();
      kind = kind.isEmpty() ? kind(name) : kind;
      var sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml") ? new SheetPart() : null;
      var text = name.equals("xl/_rels/workbook.xml.rels") ? new StringBuilder() : null;
      long most = name.equals("xl/sharedStrings.xml") ? Math.min(MOST_STRINGS, left) : left;
      try (var in = zip.getInputStream(entry)) {
        left -= read(in, most, sheet, text);
      }
      if (left < 0 || ++parts > MOST_PARTS) {
        faults.add(FaultKind.FILE_BOMB, Place.FILE, name, (mostUnpacked >> 20) + " MB");
        return false;
      }
      var harm = name.startsWith("xl/") && name.endsWith(".xml") ? harm(zip, entry) : null;
      if (harm != null) {
        faults.add(FaultKind.FILE_BROKEN, Place.FILE, name + ": " + harm, null);
        return false;
      }
      if (sheet != null) {
        sheet.end();
        sheets.put(name, sheet);
      }
      if (text != null) {
        relationships(text);
      }
    }
    if (!kind.equals("xlsx")) {
      faults.add(FaultKind.FILE_OTHER, Place.FILE, kind.isEmpty() ? "ZIP" : kind, null);
      return false;
    }
    return true;
  }

  private static @Nullable String harm(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return new PartGuard().fault(in);
    }
  }

  /** Reads a part to its end; one that is longer than it may be counts as more than anything may be. */
  private static long read(InputStream in, long most, @Nullable SheetPart sheet, @Nullable StringBuilder text)
      throws IOException {
    var buffer = new byte[1 << 16];
    long length = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      length += n;
      if (length > most) {
        return Long.MAX_VALUE / 2;
      }
      if (sheet != null) {
        sheet.see(buffer, n);
      }
      if (text != null) {
        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    }
    return length;
  }

  private void relationships(CharSequence text) {
    var relationship = Pattern.compile("<(?:\\w+:)?Relationship\\s([^>]*)>").matcher(text);
    while (relationship.find()) {
      targets.put(attribute(relationship.group(1), "Id"), attribute(relationship.group(1), "Target"));
    }
  }

  private static String attribute(String attributes, String name) {
    var found = Pattern.compile("\\b" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(attributes);
    return found.find() ? found.group(1) : "";
  }

  private static String kind(String part) {
    return switch (part) {
      case "xl/workbook.xml" -> "xlsx";
      case "xl/workbook.bin" -> "Excel .xlsb";
      case "word/document.xml" -> "Word";
      case "ppt/presentation.xml" -> "PowerPoint";
      case "mimetype" -> "OpenDocument";
      default -> "";
    };
  }

  private static void refuse(byte[] file, Faults faults) {
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      var encrypted = new String(file, StandardCharsets.UTF_16LE).contains("EncryptedPackage");
      faults.add(encrypted ? FaultKind.FILE_ENCRYPTED : FaultKind.FILE_XLS, Place.FILE, null, null);
      return;
    }
    if (startsWith(file, '%', 'P', 'D', 'F')) {
      faults.add(FaultKind.FILE_OTHER, Place.FILE, "PDF", null);
      return;
    }
    var head = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (head.contains("<html") || head.contains("<table") || head.contains("<!doctype html")) {
      faults.add(FaultKind.FILE_HTML, Place.FILE, null, null);
    } else if (head.chars().noneMatch(letter -> letter < 9)) {
      faults.add(FaultKind.FILE_TEXT, Place.FILE, null, null);
    } else {
      faults.add(FaultKind.FILE_OTHER, Place.FILE, "未知格式 (unknown format)", null);
    }
  }

  private static boolean startsWith(byte[] file, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
