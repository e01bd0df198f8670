package org.xingfuli.exchange.estates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xingfuli.exchange.estates.Workbooks.bytes;
import static org.xingfuli.exchange.estates.Workbooks.cell;
import static org.xingfuli.exchange.estates.Workbooks.read;
import static org.xingfuli.exchange.estates.Workbooks.sound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;

/** What is read, what is forgiven, and what is refused whole. */
class EstateBookTest {

  @Test
  void aSoundWorkbookIsReadWhole() {
    var read = read(bytes(sound()));
    assertThat(read.faults()).isEmpty();
    assertThat(read.book().estates()).singleElement().satisfies(estate -> {
      assertThat(estate.street()).isEqualTo("320613005");
      assertThat(estate.community()).isEqualTo("320613005001");
      assertThat(estate.floorArea()).isEqualByComparingTo("6000");
    });
    assertThat(read.book().buildings()).extracting(BuildingLine::pitchedRoof).containsExactly(false, true);
    assertThat(read.book().stairwells()).isEqualTo(6);
    assertThat(read.households()).hasSize(4).first().satisfies(household -> {
      assertThat(household.owner()).isEqualTo("张三丰");
      assertThat(household.exclusiveArea()).isEqualByComparingTo("82.5");
    });
  }

  @Test
  void fullWidthDigitsBlanksAndShortStreetNamesAreForgiven() {
    var book = sound();
    cell(book, "小区", "A2").setCellValue("　Ａ-１ ");
    cell(book, "小区", "B2").setCellValue(" 工人 　新村\u00A0");
    cell(book, "小区", "C2").setCellValue("虹桥");
    cell(book, "小区", "H2").setCellValue("６，０００．５０");
    cell(book, "楼栋", "B2").setCellValue(1);
    var read = read(bytes(book));
    assertThat(read.faults()).isEmpty();
    assertThat(read.book().estates().getFirst().code()).isEqualTo("A-1");
    assertThat(read.book().estates().getFirst().name()).isEqualTo("工人 新村");
    assertThat(read.book().estates().getFirst().floorArea()).isEqualTo(new BigDecimal("6000.50"));
  }

  /** Each would fill the memory before anything could be said about it. */
  @Test
  void cellsMadeToHarmAreRefused() throws IOException {
    assertThat(read(withCell("<c r=\"ZZZZZZ3\"><v>1</v></c>")).faults()).containsExactly("file.broken !");
    assertThat(read(withCell("<c r=\"A3\"><v>" + "7".repeat(100_000) + "</v></c>")).faults()).containsExactly("file.broken !");
    assertThat(read(withCell("<c r=\"A3\"><v>1E-999999999</v></c>")).faults()).isNotEmpty();
  }

  /** The sound workbook with one more row of one cell. */
  private static byte[] withCell(String cell) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = ZipFile.builder().setByteArray(bytes(sound())).get(); var written = new ZipOutputStream(out)) {
      for (var entry : Collections.list(zip.getEntries())) {
        var part = zip.getInputStream(entry).readAllBytes();
        written.putNextEntry(new ZipEntry(entry.getName()));
        written.write(entry.getName().equals("xl/worksheets/sheet1.xml") ? new String(part, StandardCharsets.UTF_8)
            .replace("</sheetData>", "<row r=\"3\">" + cell + "</row></sheetData>").getBytes(StandardCharsets.UTF_8) : part);
      }
    }
    return out.toByteArray();
  }

  @Test
  void aTitleAboveTheHeadersAndMovedColumnsAreForgiven() {
    var book = sound();
    var sheet = book.getSheet("楼栋");
    sheet.shiftRows(0, sheet.getLastRowNum(), 2);
    cell(book, "楼栋", "A1").setCellValue("二〇二二年楼栋一览");
    cell(book, "楼栋", "H3").setCellValue("备注");
    assertThat(read(bytes(book)).faults()).isEmpty();
  }

  @Test
  void aFormulaCountsAsItsValue() {
    var book = sound();
    cell(book, "小区", "H2").setCellFormula("3000*2");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    assertThat(read(bytes(book)).book().estates().getFirst().floorArea()).isEqualByComparingTo("6000");
  }

  @Test
  void theEmptyTemplateHoldsNoDataAndNoOtherFault() throws IOException {
    var out = new ByteArrayOutputStream();
    new TemplateBook(Workbooks.PLACES).write(out);
    assertThat(read(out.toByteArray()).faults()).containsExactly("sheet.empty 小区!");
  }

  @Test
  void missingHeadersAreNamedOnceAndNotRowByRow() {
    var book = sound();
    cell(book, "楼栋", "C1").setCellValue("楼层数量");
    cell(book, "户", "H1").setCellValue("房号");
    var read = read(bytes(book));
    assertThat(read.faults()).containsExactly("header.missing 楼栋!1", "header.twice 户!H1");
    assertThat(read.book().faults().listed().getFirst().maybe()).contains("楼层数量");
  }

  @Test
  void aSheetThatIsMissingOrHiddenIsNamed() {
    var book = sound();
    book.setSheetName(book.getSheetIndex("户"), "住户");
    book.setSheetVisibility(book.getSheetIndex("楼栋"), SheetVisibility.HIDDEN);
    assertThat(read(bytes(book)).faults()).containsExactly("sheet.hidden 楼栋!", "sheet.missing 户!");
  }

  @Test
  void aStreetOfficerImportsTheOwnStreetOnly() {
    assertThat(read(bytes(sound()), Set.of("320613006")).faults()).containsExactly("street.not-yours 小区!D2");
    assertThat(read(bytes(sound()), Set.of("320613005")).faults()).isEmpty();
  }

  @Test
  void whatIsNoWorkbookIsToldByItsContent() throws IOException {
    assertThat(read("小区编码,小区名称\nA-1,工人新村\n".getBytes(StandardCharsets.UTF_8)).faults()).containsExactly("file.text !");
    assertThat(read("<html><table><tr><td>A".getBytes(StandardCharsets.UTF_8)).faults()).containsExactly("file.html !");
    assertThat(read("%PDF-1.7".getBytes(StandardCharsets.UTF_8)).faults()).containsExactly("file.other !");
    assertThat(read(new byte[] {0, 1, 2}).faults()).containsExactly("file.other !");
    try (var old = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
      old.createSheet("小区");
      old.write(out);
      assertThat(read(out.toByteArray()).faults()).containsExactly("file.xls !");
    }
    assertThat(read(zip("word/document.xml", 10)).book().faults().listed()).singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("Word"));
    var whole = bytes(sound());
    assertThat(read(Arrays.copyOf(whole, whole.length / 2)).faults()).containsExactly("file.broken !");
  }

  @Test
  void aPasswordIsNamed() throws Exception {
    try (var container = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var inside = encryptor.getDataStream(container)) {
        inside.write(bytes(sound()));
      }
      container.writeFilesystem(out);
      assertThat(read(out.toByteArray()).faults()).containsExactly("file.encrypted !");
    }
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    var faults = new Faults();
    assertThat(Container.open(zip("xl/worksheets/sheet1.xml", 9 << 20), faults, 8 << 20)).isNull();
    assertThat(faults.listed()).extracting(Fault::code).containsExactly("file.too-large");
  }

  private static byte[] zip(String part, int length) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(part));
      var block = new byte[1 << 20];
      for (int written = 0; written < length; written += block.length) {
        zip.write(block, 0, Math.min(block.length, length - written));
      }
    }
    return out.toByteArray();
  }
}
