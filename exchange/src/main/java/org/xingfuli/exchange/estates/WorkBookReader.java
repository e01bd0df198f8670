package org.xingfuli.exchange.estates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/** Reads a menu of works whole and notes everything that is wrong with it. */
public final class WorkBookReader {

  private final Set<String> codes;
  private final int most;
  private final Faults faults = new Faults();
  private final List<WorkRow> rows = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * Makes a reader for one file.
   *
   * @param codes the works of the menu
   * @param most no quantity and no unit cost is larger
   */
  public WorkBookReader(Set<String> codes, int most) {
    this.codes = Set.copyOf(codes);
    this.most = most;
  }

  public WorkBook read(byte[] file) {
    var container = Container.open(file, faults);
    if (container != null) {
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
        var sheet = workbook.getSheets().filter(each -> Texts.narrow(each.getName()).equals(WorkColumns.SHEET))
            .findFirst();
        if (sheet.isEmpty()) {
          faults.add(FaultKind.SHEET_MISSING, Place.sheet(WorkColumns.SHEET), null, WorkColumns.SHEET);
        } else {
          new SheetReader(sheet.get(), container.sheet(sheet.get().getId()), WorkColumns.ALL, faults)
              .read(WorkColumns.MOST, this::add, () -> { });
        }
        if (rows.isEmpty() && faults.none()) {
          faults.add(FaultKind.SHEET_EMPTY, Place.sheet(WorkColumns.SHEET), null, WorkColumns.SHEET);
        }
      } catch (IOException | RuntimeException broken) {
        faults.add(FaultKind.FILE_BROKEN, Place.FILE, String.valueOf(broken.getMessage()), null);
      }
    }
    return new WorkBook(List.copyOf(rows), faults);
  }

  private void add(Line line) {
    var code = line.code(WorkColumns.CODE);
    if (code != null && !codes.contains(code)) {
      line.fault(FaultKind.WORK_ABSENT, WorkColumns.CODE, code, null);
    } else if (code != null && seen.putIfAbsent(code, line.number()) != null) {
      line.fault(FaultKind.WORK_TWICE, WorkColumns.CODE, code, Integer.toString(seen.getOrDefault(code, 0)));
    }
    var quantity = needed(line, WorkColumns.QUANTITY);
    var unitCost = needed(line, WorkColumns.UNIT_COST);
    var mark = line.choice(WorkColumns.MARK, WorkColumns.MARKS);
    if (code != null && quantity != null && unitCost != null && mark != null && line.sound()) {
      rows.add(new WorkRow(line.number(), code, "", "", "", quantity, quantity, unitCost, mark,
          quantity.multiply(unitCost), null));
    }
  }

  /** Nought is a quantity too, so the column is not «required» in the reader's sense; an empty cell is a fault all the same. */
  private @Nullable BigDecimal needed(Line line, Column column) {
    int before = faults.count();
    var number = line.decimal(column, most);
    if (number == null && faults.count() == before) {
      line.fault(FaultKind.REQUIRED, column, null, null);
    }
    return number;
  }
}
