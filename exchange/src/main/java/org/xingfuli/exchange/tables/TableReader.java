package org.xingfuli.exchange.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a small list somebody filled in: the first sheet's heads and rows as texts, a formula as the value it was last
 * computed to. Nothing is judged here but whether it is a workbook at all, and a small one.
 */
public final class TableReader {

  private static final long MOST_UNPACKED = 32L << 20;
  private static final int MOST_PARTS = 300;

  private TableReader() {}

  /** The file cannot be read as such a list. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why);
    }
  }

  /** A row as it stands in the sheet; {@code number} counts from 1 as Excel does. */
  public record Line(int number, List<String> cells) {

    /** The cell of a column, blank when the row ends before it. */
    public String at(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }
  }

  /** Heads and the rows below them that are not blank. */
  public record Sheet(String name, List<String> heads, List<Line> lines) {}

  /**
   * Reads the first sheet.
   *
   * @param most rows; a longer list is refused
   * @throws Unreadable for what is no workbook, is damaged, unpacks too large or is too long
   */
  public static Sheet read(byte[] file, int most) throws Unreadable {
    measure(file);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return sheet(workbook.getFirstSheet(), most);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  /** Reads every sheet; otherwise as {@link #read}. */
  public static List<Sheet> sheets(byte[] file, int most) throws Unreadable {
    measure(file);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      var sheets = new ArrayList<Sheet>();
      for (var sheet : workbook.getSheets().toList()) {
        sheets.add(sheet(sheet, most));
      }
      return List.copyOf(sheets);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Sheet sheet(org.dhatim.fastexcel.reader.Sheet sheet, int most) throws IOException, Unreadable {
    var heads = new ArrayList<String>();
    var lines = new ArrayList<Line>();
    try (var rows = sheet.openStream()) {
      var following = rows.iterator();
      while (following.hasNext()) {
        var row = following.next();
        var cells = cells(row);
        if (cells.stream().allMatch(String::isEmpty)) {
          continue;
        }
        if (heads.isEmpty()) {
          heads.addAll(cells);
        } else if (lines.size() == most) {
          throw new Unreadable("more than " + most + " rows");
        } else {
          lines.add(new Line(row.getRowNum(), cells));
        }
      }
    }
    return new Sheet(sheet.getName(), List.copyOf(heads), List.copyOf(lines));
  }

  /** Reads the container through once, so that what unpacks too large is found before anything keeps it. */
  private static void measure(byte[] file) throws Unreadable {
    if (file.length < 4 || file[0] != 0x50 || file[1] != 0x4B) {
      throw new Unreadable("not a workbook (.xlsx)");
    }
    var buffer = new byte[1 << 16];
    long left = MOST_UNPACKED;
    int parts = 0;
    try (var zip = ZipFile.builder().setByteArray(file).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new Unreadable("more than " + MOST_PARTS + " parts");
        }
        try (var in = zip.getInputStream(entry)) {
          boolean first = true;
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (first && declares(buffer, n)) {
              throw new Unreadable("a document type or entities within");
            }
            first = false;
            left -= n;
            if (left < 0) {
              throw new Unreadable("unpacks to more than " + (MOST_UNPACKED >> 20) + " MB");
            }
          }
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  /** No part of a workbook declares a document type; one that does wants something fetched or multiplied. */
  private static boolean declares(byte[] buffer, int length) {
    var head = new StringBuilder();
    for (int i = 0; i < Math.min(length, 8192); i++) {
      if (buffer[i] != 0) {
        head.append((char) buffer[i]);
      }
    }
    return head.indexOf("<!DOCTYPE") >= 0 || head.indexOf("<!ENTITY") >= 0;
  }

  private static List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (int column = 0; column < row.getCellCount(); column++) {
      var cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    var value = cell.getValue();
    var text = value instanceof BigDecimal number
        ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
        : value == null ? cell.getRawValue() : value.toString();
    var tidy = text == null ? "" : text.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
    // What we wrote with an apostrophe before it, so that no spreadsheet takes it for a formula, comes back without.
    return tidy.length() > 1 && tidy.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(tidy.charAt(1)) >= 0
        ? tidy.substring(1) : tidy;
  }
}
