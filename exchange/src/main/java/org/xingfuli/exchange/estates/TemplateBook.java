package org.xingfuli.exchange.estates;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty workbook people fill in: one sheet each for estates, buildings and households, and how to fill them. */
public final class TemplateBook {

  private static final int PREPARED_ROWS = 2_000;
  private static final int PREPARED_HOUSEHOLDS = 50_000;
  private static final String EXAMPLE_FILL = "FFF2CC";

  private static final List<String> RULES = List.of(
      "绿色表头必填，深蓝表头可不填。每张表第 2 行是示例（小区编码以“示例”开头），不会导入，可以删除。",
      "Green headers are required, dark blue ones optional. Row 2 of each sheet is an example (its code begins with 示例) and is not imported.",
      "三张表用“小区编码”和“楼号”相连：楼栋表里的小区编码要在小区表里有，户表里的楼号要在楼栋表里有。",
      "The sheets are tied by estate code and building number: each must be present in the sheet before.",
      "已登记的小区按“街道＋小区编码”认出并更新；表里没有的楼栋和住户不会被删除。",
      "Estates on record are known by street and code and are updated; buildings and households left out are not deleted.",
      "面积一律用平方米（㎡），长度用米（m），只填数字不写单位。全角数字和首尾空格会自动整理。",
      "Areas in ㎡, lengths in m, numbers without units. Full-width digits and blanks at the ends are tidied.",
      "编号列请保持文本格式，否则 Excel 会把 3-2 变成日期、把长编号变成科学计数。不要合并单元格，不要隐藏行。",
      "Keep code columns as text, or Excel turns 3-2 into a date. Do not merge cells or hide rows.",
      "上传后整份检查，所有问题一次列出（表、行、列）；有一处问题就什么都不导入。",
      "The file is checked whole and every fault is listed at once with sheet, row and column; with any fault nothing is imported.");

  private final Gazetteer places;

  public TemplateBook(Gazetteer places) {
    this.places = places;
  }

  public void write(OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      instructions(workbook.newWorksheet(Columns.INSTRUCTIONS));
      var streets = streets(workbook);
      estates(new Pen(workbook, Columns.ESTATES, Columns.OF_ESTATES), streets);
      buildings(new Pen(workbook, Columns.BUILDINGS, Columns.OF_BUILDINGS));
      households(new Pen(workbook, Columns.HOUSEHOLDS, Columns.OF_HOUSEHOLDS));
      workbook.setActiveTab(0);
    }
  }

  private static void instructions(Worksheet sheet) {
    sheet.width(0, 14);
    sheet.width(1, 20);
    sheet.width(2, 18);
    sheet.width(3, 9);
    sheet.width(4, 60);
    sheet.width(5, 70);
    sheet.value(0, 0, "小区导入模板 · Import of estates");
    sheet.style(0, 0).bold().fontSize(15).set();
    int row = 2;
    for (var rule : RULES) {
      sheet.value(row, 0, rule);
      if (row % 2 == 1) {
        sheet.style(row, 0).fontColor("5A6B73").set();
      }
      row++;
    }
    row++;
    row = columns(sheet, row, List.of("工作表 Sheet", "列 Column", "English", "必填", "含义、单位、取值", "Meaning, unit, allowed values"));
    sheet.range(row - 1, 0, row - 1, 5).style().bold().fontColor("FFFFFF").fillColor("1F4E5F").set();
    row = explain(sheet, row, Columns.ESTATES, Columns.OF_ESTATES);
    row = explain(sheet, row, Columns.BUILDINGS, Columns.OF_BUILDINGS);
    explain(sheet, row, Columns.HOUSEHOLDS, Columns.OF_HOUSEHOLDS);
    sheet.hideGridLines();
  }

  private static int explain(Worksheet sheet, int from, String name, List<Column> columns) {
    int row = from;
    for (var column : columns) {
      row = columns(sheet, row,
          List.of(name, column.zh(), column.en(), column.required() ? "✓" : "", column.helpZh(), column.helpEn()));
    }
    return row;
  }

  private static int columns(Worksheet sheet, int row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      sheet.value(row, i, texts.get(i));
      sheet.style(row, i).wrapText(i >= 4).verticalAlignment("top").set();
    }
    return row + 1;
  }

  /** The list of streets stands on a sheet of its own: a list within a validation may have 255 characters only. */
  private Range streets(Workbook workbook) {
    var sheet = workbook.newWorksheet("街道社区");
    sheet.value(0, 0, "街道\nStreet");
    sheet.value(0, 1, "社区\nCommunity");
    sheet.range(0, 0, 0, 1).style().bold().wrapText(true).fillColor("DDE7EA").set();
    sheet.width(0, 20);
    sheet.width(1, 20);
    int row = 1;
    for (var street : places.streets()) {
      sheet.value(row++, 0, street.name());
    }
    int below = 1;
    for (var community : places.communities()) {
      sheet.value(below++, 1, community.name());
    }
    return sheet.range(1, 0, Math.max(1, row - 1), 0);
  }

  private void estates(Pen pen, Range streets) {
    prepare(pen, Columns.OF_ESTATES, PREPARED_ROWS);
    pen.sheet().range(1, 2, PREPARED_ROWS, 2).validateWithList(streets);
    pen.choices(8, PREPARED_ROWS, List.of(Columns.SMALL, Columns.REGULAR));
    var street = places.streets().isEmpty() ? "某某街道" : places.streets().getFirst().name();
    pen.put(Columns.EXAMPLE + "-001").put("示例新村").put(street).put((String) null).put("示例路1号")
        .put(1988).put(1993).put(60600).put((String) null).put(130).put(90).put(13200).put(58000).put(4400).put(9000)
        .put(240).put(60).put(6000);
    mark(pen, Columns.OF_ESTATES.size());
  }

  private static void buildings(Pen pen) {
    prepare(pen, Columns.OF_BUILDINGS, PREPARED_ROWS);
    pen.choices(6, PREPARED_ROWS, List.of(Columns.FLAT, Columns.PITCHED));
    pen.put(Columns.EXAMPLE + "-001").put("12").put(6).put(1990).put(2774).put(3).put(Columns.FLAT);
    mark(pen, Columns.OF_BUILDINGS.size());
  }

  private static void households(Pen pen) {
    prepare(pen, Columns.OF_HOUSEHOLDS, PREPARED_HOUSEHOLDS);
    pen.put(Columns.EXAMPLE + "-001").put("12").put(1).put(4).put("402").put(82).put("示例人").put("13800000000");
    mark(pen, Columns.OF_HOUSEHOLDS.size());
  }

  /** Code columns hold text, so that nothing typed into them becomes a date; every header explains itself. */
  private static void prepare(Pen pen, List<Column> columns, int rows) {
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      if (column.text()) {
        pen.sheet().style(i).format("@").set();
      }
      pen.sheet().comment(0, i, column.helpZh() + "\n" + column.helpEn());
    }
    pen.sheet().setAutoFilter(0, 0, rows, columns.size() - 1);
  }

  private static void mark(Pen pen, int columns) {
    pen.sheet().range(pen.row(), 0, pen.row(), columns - 1).style().italic().fontColor("7F6000").fillColor(EXAMPLE_FILL).set();
  }
}
