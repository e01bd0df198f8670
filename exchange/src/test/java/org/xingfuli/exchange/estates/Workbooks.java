package org.xingfuli.exchange.estates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Makes workbooks cell by cell with a library that is not the reader's, and reads them. */
public final class Workbooks {

  public static final Gazetteer PLACES = new Gazetteer(
      List.of(new Gazetteer.Place("320613005", "虹桥街道"), new Gazetteer.Place("320613006", "学田街道")),
      List.of(new Gazetteer.Place("320613005001", "虹桥社区"), new Gazetteer.Place("320613006001", "学田社区")));
  static final Set<String> DISTRICT = Set.of("320613");

  private Workbooks() {}

  /** A sound workbook: one estate, two buildings, four households; headers as in the template. */
  public static XSSFWorkbook sound() {
    var book = new XSSFWorkbook();
    head(book.createSheet("小区"), Columns.OF_ESTATES);
    head(book.createSheet("楼栋"), Columns.OF_BUILDINGS);
    head(book.createSheet("户"), Columns.OF_HOUSEHOLDS);
    fill(book, "小区", "A-1", "工人新村", "虹桥街道", "虹桥社区", "工人路1号", 1985, 1992, 6000, null, 12, 8, 1300, 5800, 440, 900, 24, 6, 600);
    fill(book, "楼栋", "A-1", "1", 6, 1985, 2900, 3, "平屋顶");
    fill(book, "楼栋", "A-1", "2", 6, 1992, 2900, 3, "坡屋顶");
    fill(book, "户", "A-1", "1", 1, 1, "101", 82.5, "张三丰", "13800001111");
    fill(book, "户", "A-1", "1", 1, 1, "102", 80, null, null);
    fill(book, "户", "A-1", "2", 3, 6, "601", 75.25, "李四光", null);
    fill(book, "户", "A-1", "2", 3, 6, "602", 75.25, null, null);
    return book;
  }

  private static void head(Sheet sheet, List<Column> columns) {
    var row = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      row.createCell(i).setCellValue(columns.get(i).header());
    }
  }

  /** Adds a row; what is null stays empty. */
  public static Row fill(XSSFWorkbook book, String sheet, @Nullable Object... values) {
    var row = book.getSheet(sheet).createRow(book.getSheet(sheet).getLastRowNum() + 1);
    for (int i = 0; i < values.length; i++) {
      var value = values[i];
      if (value instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else if (value != null) {
        row.createCell(i).setCellValue(value.toString());
      }
    }
    return row;
  }

  /** The cell at a place as Excel names it, such as {@code C2}. */
  public static Cell cell(XSSFWorkbook book, String sheet, String place) {
    var reference = new CellReference(place);
    var rows = book.getSheet(sheet);
    var row = rows.getRow(reference.getRow()) == null ? rows.createRow(reference.getRow()) : rows.getRow(reference.getRow());
    return row.getCell(reference.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  public static byte[] bytes(XSSFWorkbook book) {
    try (book; var out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A book read, with its households. */
  record Read(EstateBook book, List<HouseholdLine> households) {

    /** Each fault as {@code code sheet!place}. */
    List<String> faults() {
      return book.faults().listed().stream()
          .map(fault -> fault.code() + " " + fault.sheet() + "!" + fault.column() + (fault.row() == 0 ? "" : fault.row()))
          .toList();
    }
  }

  static Read read(byte[] file) {
    return read(file, DISTRICT);
  }

  static Read read(byte[] file, Set<String> areas) {
    var households = new ArrayList<HouseholdLine>();
    var receiver = new EstateBookReader.Receiver() {
      @Override
      public void beforeHouseholds(List<EstateLine> estates, List<BuildingLine> buildings, Faults faults) {}

      @Override
      public void household(HouseholdLine household) {
        households.add(household);
      }
    };
    var book = new EstateBookReader(PLACES, areas, receiver, share -> {}).read(file);
    return new Read(book, households);
  }
}
