package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes a menu of works in the form {@link WorkBookReader} reads. */
public final class WorkBookWriter {

  private WorkBookWriter() {}

  public static void write(List<WorkRow> rows, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      var pen = new Pen(workbook, WorkColumns.SHEET, WorkColumns.ALL);
      pen.choices(WorkColumns.ALL.indexOf(WorkColumns.MARK), Math.max(1, rows.size()), WorkColumns.MARKS);
      for (var row : rows) {
        pen.put(row.code()).put(row.name()).put(row.workClass()).put(row.unit()).put(row.derived())
            .put(row.quantity()).put(row.unitCost()).put(row.mark()).put(row.cost()).put(row.reason());
        pen.next();
      }
    }
  }
}
