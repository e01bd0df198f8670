package org.xingfuli.exchange.estates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be seen of a sheet without parsing it: how many rows it has, and which cells are merged. */
final class SheetPart {

  /** Merged cells beyond these are not looked at; a sheet with as many is beyond listing. */
  private static final int TAIL = 1 << 20;
  private static final byte[] ROW = "<row".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "</sheetData>".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern MERGED = Pattern.compile("mergeCell\\s[^>]*ref=\"([A-Z]+)(\\d+):([A-Z]+)(\\d+)\"");

  private final StringBuilder tail = new StringBuilder();
  private final List<Merged> merged = new ArrayList<>();
  private int rows;
  private int inRow;
  private int inEnd;
  private boolean ended;

  /** Cells merged into one; row as Excel counts. */
  record Merged(String range, int row, int lastRow, String column) {}

  void see(byte[] bytes, int length) {
    int i = 0;
    for (; i < length && !ended; i++) {
      inRow = bytes[i] == ROW[inRow] ? inRow + 1 : bytes[i] == ROW[0] ? 1 : 0;
      inEnd = bytes[i] == END[inEnd] ? inEnd + 1 : bytes[i] == END[0] ? 1 : 0;
      if (inRow == ROW.length) {
        rows++;
        inRow = 0;
      }
      ended = inEnd == END.length;
    }
    if (ended && i < length && tail.length() < TAIL) {
      tail.append(new String(bytes, i, length - i, StandardCharsets.ISO_8859_1));
    }
  }

  void end() {
    var found = MERGED.matcher(tail);
    while (found.find()) {
      merged.add(new Merged(found.group(1) + found.group(2) + ":" + found.group(3) + found.group(4),
          Integer.parseInt(found.group(2)), Integer.parseInt(found.group(4)), found.group(1)));
    }
    tail.setLength(0);
  }

  int rows() {
    return rows;
  }

  List<Merged> merged() {
    return merged;
  }
}
