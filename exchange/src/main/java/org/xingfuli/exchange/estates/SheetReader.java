package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.xingfuli.exchange.estates.FaultKind.Place;

/** Reads one sheet: finds the row of headers, then hands on every row that holds data. */
final class SheetReader {

  /** People put titles above the headers, but not a page of them. */
  private static final int HEADER_WITHIN = 10;

  private final Sheet sheet;
  private final SheetPart part;
  private final List<Column> columns;
  private final Faults faults;
  private final Map<Column, Integer> places = new LinkedHashMap<>();
  private int headerRow;

  SheetReader(Sheet sheet, SheetPart part, List<Column> columns, Faults faults) {
    this.sheet = sheet;
    this.part = part;
    this.columns = columns;
    this.faults = faults;
  }

  /**
   * Reads the sheet.
   *
   * @param most rows of data beyond these are not read
   * @param eachRow told of every row, for progress
   */
  void read(int most, Consumer<Line> data, Runnable eachRow) throws IOException {
    findHeaders();
    if (headerRow == 0) {
      return;
    }
    noteMerged();
    int[] read = {0};
    try (var rows = sheet.openStream()) {
      var following = rows.iterator();
      while (following.hasNext()) {
        var row = following.next();
        eachRow.run();
        if (row.getRowNum() <= headerRow) {
          continue;
        }
        var line = new Line(sheet.getName(), places, row, faults);
        if (line.empty() || example(row)) {
          continue;
        }
        if (++read[0] > most) {
          faults.add(FaultKind.SHEET_TOO_LONG, Place.row(sheet.getName(), row.getRowNum()), null, Integer.toString(most));
          return;
        }
        if (row.isHidden()) {
          line.fault(FaultKind.ROW_HIDDEN, null, null, null);
        }
        data.accept(line);
      }
    }
  }

  private boolean example(Row row) {
    var index = places.get(columns.getFirst());
    return index != null && index < row.getCellCount() && row.getCell(index) != null
        && Cells.text(row.getCell(index)).strip().startsWith(Columns.EXAMPLE);
  }

  private void findHeaders() throws IOException {
    var known = new HashMap<String, Column>();
    for (var column : columns) {
      known.put(Texts.header(column.zh()), column);
      known.put(Texts.header(column.en()), column);
    }
    Row best = null;
    long most = 0;
    try (var rows = sheet.openStream()) {
      for (var row : (Iterable<Row>) rows.limit(HEADER_WITHIN)::iterator) {
        long hits = row.stream().filter(cell -> cell != null && known.containsKey(Texts.header(Cells.text(cell)))).count();
        if (hits > most) {
          most = hits;
          best = row;
        }
      }
    }
    if (best == null) {
      for (var column : columns) {
        if (column.required()) {
          faults.add(FaultKind.HEADER_MISSING, Place.sheet(sheet.getName()), null, column.zh());
        }
      }
      return;
    }
    headerRow = best.getRowNum();
    place(best, known);
  }

  private void place(Row headers, Map<String, Column> known) {
    var strange = new TreeSet<String>();
    for (var cell : headers) {
      if (cell == null || Cells.text(cell).isBlank()) {
        continue;
      }
      var column = known.get(Texts.header(Cells.text(cell)));
      if (column == null) {
        strange.add(Texts.shorten(Texts.tidy(Cells.text(cell))));
      } else if (places.putIfAbsent(column, cell.getColumnIndex()) != null) {
        faults.add(FaultKind.HEADER_TWICE,
            new Place(sheet.getName(), headerRow, Texts.letters(cell.getColumnIndex()), column.zh()), null, null);
      }
    }
    for (var column : columns) {
      if (column.required() && !places.containsKey(column)) {
        faults.add(FaultKind.HEADER_MISSING, Place.row(sheet.getName(), headerRow), String.join("、", strange), column.zh());
      }
    }
  }

  private void noteMerged() {
    for (var merged : part.merged()) {
      if (merged.lastRow() > headerRow) {
        faults.add(FaultKind.CELL_MERGED, new Place(sheet.getName(), merged.row(), merged.column(), ""), merged.range(), null);
      }
    }
  }
}
