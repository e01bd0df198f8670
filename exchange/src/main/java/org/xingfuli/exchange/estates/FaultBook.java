package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** The faults of a workbook as a workbook, to be worked off one by one. */
public final class FaultBook {

  private static final List<Column> COLUMNS = List.of(
      Column.text("工作表", "Sheet", false, "", ""),
      Column.number("行", "Row", false, "", ""),
      Column.text("列", "Column", false, "", ""),
      Column.text("表头", "Header", false, "", ""),
      Column.text("单元格的值", "Value", false, "", ""),
      Column.text("问题", "Fault", false, "", ""),
      Column.text("可能的原因", "Maybe", false, "", ""),
      Column.text("英文", "English", false, "", ""),
      Column.text("代码", "Code", false, "", ""));
  private static final int[] WIDTHS = {10, 8, 6, 16, 24, 44, 44, 60, 24};

  private FaultBook() {}

  /**
   * Writes the faults.
   *
   * @param count how many there are, listed or not
   */
  public static void write(List<Fault> faults, int count, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      var pen = new Pen(workbook, "问题清单", COLUMNS);
      for (int i = 0; i < WIDTHS.length; i++) {
        pen.sheet().width(i, WIDTHS[i]);
      }
      for (var fault : faults) {
        var maybe = fault.maybeEn();
        pen.put(fault.sheet().isEmpty() ? "（整个文件）" : fault.sheet())
            .put(fault.row() == 0 ? null : (Integer) fault.row())
            .put(fault.column()).put(fault.header()).put(fault.value()).put(fault.message()).put(fault.maybe())
            .put(maybe == null ? fault.messageEn() : fault.messageEn() + ". " + maybe).put(fault.code());
        pen.next();
      }
      if (count > faults.size()) {
        pen.put("另有 " + (count - faults.size()) + " 处问题未列出，改好以上后再上传 · "
            + (count - faults.size()) + " more faults are not listed; mend these and upload again");
      }
    }
  }
}
