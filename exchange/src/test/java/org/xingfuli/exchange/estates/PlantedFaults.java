package org.xingfuli.exchange.estates;

import static org.xingfuli.exchange.estates.Workbooks.bytes;
import static org.xingfuli.exchange.estates.Workbooks.cell;
import static org.xingfuli.exchange.estates.Workbooks.fill;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A real workbook with more than thirty faults, each of another kind; the platform's import is shown with it too. */
public final class PlantedFaults {

  /** What its uploader may write in; one of its estates lies elsewhere. */
  public static final Set<String> AREAS = Set.of("320613005");

  /** Where each fault was planted, as {@code code sheet!place}. */
  public static final List<String> PLANTED = List.of(
      "street.unknown 小区!C3",
      "street.not-yours 小区!C4",
      "estate.twice 小区!A5",
      "code.bad 小区!A6",
      "estate.name-twice 小区!B7",
      "value.required 小区!B8",
      "community.unknown 小区!D8",
      "year.bad 小区!F9",
      "year.reversed 小区!G10",
      "number.unit 小区!H11",
      "choice.unknown 小区!I12",
      "number.negative 小区!J12",
      "number.not 小区!K12",
      "number.absurd 小区!L12",
      "cell.error 小区!M12",
      "cell.boolean 小区!N12",
      "number.not-whole 小区!P12",
      "text.garbled 小区!E13",
      "text.too-long 小区!B14",
      "text.control 小区!E14",
      "area.buildings 小区!H15",
      "row.hidden 小区!16",
      "building.twice 楼栋!B4",
      "estate.absent 楼栋!A5",
      "cell.date 楼栋!B6",
      "number.zero 楼栋!C7",
      "year.outside 楼栋!D8",
      "area.households 楼栋!E9",
      "cell.merged 楼栋!G10",
      "cell.scientific 户!E4",
      "building.absent 户!B5",
      "household.stairwell 户!C6",
      "household.floor 户!D7",
      "household.twice 户!E8",
      "phone.bad 户!H9");

  public static byte[] workbook() {
    return bytes(planted());
  }

  private static XSSFWorkbook planted() {
    var book = Workbooks.sound();
    estates(book);
    buildings(book);
    fill(book, "户", "A-1", "9", 1, 1, "101", 82);
    households(book);
    return book;
  }

  private static void estates(XSSFWorkbook book) {
    estate(book, "B-3", "新村三", "虹乔街道");
    estate(book, "B-4", "新村四", "学田街道");
    estate(book, "A-1", "新村五", "虹桥街道");
    estate(book, "B 6/甲", "新村六", "虹桥街道");
    estate(book, "B-7", "工人新村", "虹桥街道");
    estate(book, "B-8", "", "虹桥街道");
    cell(book, "小区", "D8").setCellValue("学田社区");
    estate(book, "B-9", "新村九", "虹桥街道");
    cell(book, "小区", "F9").setCellValue(88);
    estate(book, "B-10", "新村十", "虹桥街道");
    cell(book, "小区", "F10").setCellValue(1995);
    cell(book, "小区", "G10").setCellValue(1990);
    estate(book, "B-11", "新村十一", "虹桥街道");
    cell(book, "小区", "H11").setCellValue("6.06万㎡");
    estate(book, "B-12", "新村十二", "虹桥街道");
    cell(book, "小区", "I12").setCellValue("特大");
    cell(book, "小区", "J12").setCellValue(-3);
    cell(book, "小区", "K12").setCellValue("若干");
    cell(book, "小区", "L12").setCellValue(99_000_000);
    cell(book, "小区", "M12").setCellFormula("1/0");
    cell(book, "小区", "N12").setCellValue(true);
    cell(book, "小区", "P12").setCellValue(24.5);
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    estate(book, "B-13", "新村十三", "虹桥街道");
    cell(book, "小区", "E13").setCellValue("锟斤拷路5号");
    estate(book, "B-14", "长".repeat(61), "虹桥街道");
    cell(book, "小区", "E14").setCellValue("控制\u007F路");
    estate(book, "B-15", "新村十五", "虹桥街道");
    estate(book, "B-16", "新村十六", "虹桥街道").setZeroHeight(true);
  }

  private static Row estate(XSSFWorkbook book, String code, String name, String street) {
    return fill(book, "小区", code, name, street, null, null, null, null, 3000);
  }

  private static void buildings(XSSFWorkbook book) {
    fill(book, "楼栋", "A-1", "2", 6, null, 100, 3);
    fill(book, "楼栋", "A-l", "3", 6, null, 100, 3);
    fill(book, "楼栋", "A-1", null, 6, null, 100, 3);
    var date = cell(book, "楼栋", "B6");
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("m\"月\"d\"日\""));
    date.setCellValue(LocalDate.of(2022, 3, 2));
    date.setCellStyle(style);
    fill(book, "楼栋", "A-1", "7", 0, null, 100, 3);
    fill(book, "楼栋", "A-1", "8", 6, 1999, 100, 3);
    fill(book, "楼栋", "B-15", "9", 6, null, 150, 3);
    fill(book, "楼栋", "B-15", "10", 6, null, 3900, 3, "平屋顶");
    book.getSheet("楼栋").addMergedRegion(new CellRangeAddress(9, 10, 6, 6));
  }

  private static void households(XSSFWorkbook book) {
    cell(book, "户", "E4").setCellValue("1.01E+15");
    cell(book, "户", "A5").setCellValue("A-1");
    cell(book, "户", "B5").setCellValue("22");
    cell(book, "户", "C6").setCellValue(4);
    cell(book, "户", "B6").setCellValue("2");
    fill(book, "户", "A-1", "2", 1, 7, "701", 82);
    fill(book, "户", "A-1", "1", 1, 1, "１０２", 82);
    fill(book, "户", "B-15", "9", 1, 1, "101", 160, "王五", "电话不详");
  }

  private PlantedFaults() {}
}
