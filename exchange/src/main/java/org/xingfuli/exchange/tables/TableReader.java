package org.xingfuli.exchange.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small list somebody filled in: the first sheet's heads and rows as texts, a formula as the value it was last
 * computed to, or as itself when it never was. Nothing is judged here but whether it is a workbook at all, and a small one.
 */
public final class TableReader {

  private static final long MOST_UNPACKED = 32L << 20;
  private static final int MOST_PARTS = 300;
  private static final Pattern WORKBOOK = Pattern.compile("(?i)/?xl/workbook\\d*\\.xml");
  /** Cells further to the right are not kept; no list of ours is as wide. */
  private static final int MOST_COLUMNS = 1_000;
  /** A number written with more digits than these stays as it is, with its exponent. */
  private static final int MOST_DIGITS = 40;

  private TableReader() {}

  /** The file cannot be read as such a list. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String archived;

    Unreadable(String why) {
      this(why, null);
    }

    private Unreadable(String why, @Nullable String archived) {
      super(why);
      this.archived = archived;
    }

    /** What an archive holds that is no workbook; nothing when it is something else. */
    public @Nullable String archived() {
      return archived;
    }
  }

  /** A row as it stands in the sheet; {@code number} counts from 1 as Excel does. */
  public record Line(int number, List<String> cells) {

    /** The cell of a column, blank when the row ends before it. */
    public String at(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }
  }

  /**
   * Heads and the rows below them that are not blank.
   *
   * @param headRow number of the row of heads; 0 in an empty sheet
   * @param merged in the order of the file
   * @param dayZero day of the number 0 where a date is kept as a number of days
   */
  public record Sheet(String name, List<String> heads, List<Line> lines, int headRow, List<Merged> merged, LocalDate dayZero) {}

  /** What was seen of a container before it is read: merged cells and relationships by part. */
  private record Seen(Map<String, List<Merged>> merged, Map<String, String> targets) {

    List<Merged> mergedOf(String relationship) {
      var target = targets.getOrDefault(relationship, "");
      return merged.getOrDefault(target.startsWith("/") ? target.substring(1) : "xl/" + target, List.of());
    }
  }

  /**
   * Reads the first sheet.
   *
   * @param most rows; a longer list is refused
   * @throws Unreadable for what is no workbook, is damaged, unpacks too large or is too long
   */
  public static Sheet read(byte[] file, int most) throws Unreadable {
    var seen = measure(file);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return sheet(workbook, workbook.getFirstSheet(), most, seen);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  /** Reads every sheet; otherwise as {@link #read}. */
  public static List<Sheet> sheets(byte[] file, int most) throws Unreadable {
    var seen = measure(file);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      var sheets = new ArrayList<Sheet>();
      for (var sheet : workbook.getSheets().toList()) {
        sheets.add(sheet(workbook, sheet, most, seen));
      }
      return List.copyOf(sheets);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, org.dhatim.fastexcel.reader.Sheet sheet, int most, Seen seen)
      throws IOException, Unreadable {
    int headRow = 0;
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
          headRow = row.getRowNum();
        } else if (lines.size() == most) {
          throw new Unreadable("more than " + most + " rows");
        } else {
          lines.add(new Line(row.getRowNum(), cells));
        }
      }
    }
    return new Sheet(sheet.getName(), List.copyOf(heads), List.copyOf(lines), headRow, seen.mergedOf(sheet.getId()),
        workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30));
  }

  /** Reads the container through once, so that what unpacks too large is found before anything keeps it. */
  private static Seen measure(byte[] file) throws Unreadable {
    if (file.length < 4 || file[0] != 0x50 || file[1] != 0x4B) {
      throw new Unreadable("not a workbook (.xlsx)");
    }
    var buffer = new byte[1 << 16];
    long left = MOST_UNPACKED;
    int parts = 0;
    var texts = new ArrayList<ZipArchiveEntry>();
    try (var zip = ZipFile.builder().setByteArray(file).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new Unreadable("more than " + MOST_PARTS + " parts");
        }
        if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
          texts.add(entry);
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
      return look(zip, texts);
    } catch (IOException | IllegalArgumentException broken) {
      throw new Unreadable(String.valueOf(broken.getMessage()));
    }
  }

  private static Seen look(ZipFile zip, List<ZipArchiveEntry> texts) throws IOException, Unreadable {
    if (texts.stream().noneMatch(part -> WORKBOOK.matcher(part.getName()).matches())) {
      var first = Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName)
          .filter(name -> !name.startsWith("[") && !name.endsWith(".rels")).findFirst().orElse("–");
      throw new Unreadable("no workbook within", first.length() > 60 ? first.substring(0, 60) + "…" : first);
    }
    var merged = new HashMap<String, List<Merged>>();
    var targets = new HashMap<String, String>();
    for (var part : texts) {
      var guard = new PartGuard();
      try (var in = zip.getInputStream(part)) {
        var fault = guard.fault(in);
        if (fault != null) {
          throw new Unreadable(part.getName() + ": " + fault);
        }
      }
      merged.put(part.getName(), guard.merged.stream().flatMap(range -> Merged.of(range).stream()).toList());
      if (part.getName().equals("xl/_rels/workbook.xml.rels")) {
        targets.putAll(guard.targets);
      }
    }
    return new Seen(merged, targets);
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
    for (int column = 0; column < Math.min(MOST_COLUMNS, row.getCellCount()); column++) {
      var cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  /** A number without exponent or needless zeros, unless that would be a row of zeros. */
  public static String plain(BigDecimal number) {
    boolean long_ = Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS;
    return number.signum() == 0 ? "0" : long_ ? number.toString() : number.stripTrailingZeros().toPlainString();
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
      return "=" + cell.getFormula();
    }
    var value = cell.getValue();
    var text = value instanceof BigDecimal number ? plain(number) : value == null ? cell.getRawValue() : value.toString();
    var tidy = text == null ? "" : text.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
    // What we wrote with an apostrophe before it, so that no spreadsheet takes it for a formula, comes back without.
    return tidy.length() > 1 && tidy.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(tidy.charAt(1)) >= 0
        ? tidy.substring(1) : tidy;
  }
}
