package org.xingfuli.exchange.plans.mpxj;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Whether a compound document is whole and a project at all: Word and old Excel files look the same from outside. */
final class MppCheck {

  private MppCheck() {}

  static void check(byte[] bytes, Findings findings) {
    try (var container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      var root = container.getRoot();
      boolean other = root.hasEntryCaseInsensitive("WordDocument") || root.hasEntryCaseInsensitive("Workbook")
          || root.hasEntryCaseInsensitive("Book") || root.hasEntryCaseInsensitive("PowerPoint Document");
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        findings.fault("plan-file.password", Map.of());
      } else if (other) {
        findings.fault("plan-file.unknown-format", Map.of());
      }
    } catch (IOException | RuntimeException broken) {
      var said = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
      findings.fault("plan-file.damaged", Map.of("format", "MPP", "reason", said.length() > 120 ? said.substring(0, 120) : said));
    }
  }
}
