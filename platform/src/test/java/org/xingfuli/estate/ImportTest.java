package org.xingfuli.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xingfuli.exchange.estates.Workbooks.bytes;
import static org.xingfuli.exchange.estates.Workbooks.cell;
import static org.xingfuli.exchange.estates.Workbooks.fill;
import static org.xingfuli.exchange.estates.Workbooks.sound;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.PlatformTest;
import org.xingfuli.database.Scope;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.flow.AdoptImport;
import org.xingfuli.estate.flow.DiscardImport;
import org.xingfuli.estate.flow.ImportRunner;
import org.xingfuli.estate.flow.UploadEstates;
import org.xingfuli.estate.model.Import;
import org.xingfuli.estate.model.ImportState;
import org.xingfuli.estate.store.ImportStore;
import org.xingfuli.exchange.estates.PlantedFaults;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Staff;
import org.xingfuli.kernel.Refused;

/** A workbook comes in whole or not at all. */
@PlatformTest
@org.springframework.context.annotation.Import(Staff.class)
class ImportTest {

  @Autowired private Organisations organisations;
  @Autowired private UploadEstates upload;
  @Autowired private AdoptImport adopt;
  @Autowired private DiscardImport discard;
  @Autowired private ImportRunner runner;
  @Autowired private ImportStore imports;
  @Autowired private Estates estates;
  @Autowired private Transactions transactions;
  @Autowired private JdbcClient jdbc;

  /** Every test has estates of its own. */
  private final String code = "T-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void theCommunitiesAreKnown(@Autowired Staff staff) {
    transactions.run(SystemScope.of("test"), organisations::district);
    staff.community("320613005001", "虹桥社区");
    staff.community("320613006001", "学田社区");
  }

  private Import uploaded(Scope who, byte[] file) throws InterruptedException {
    var id = CurrentScope.with(who, () -> upload.upload(UUID.randomUUID().toString(), "小区.xlsx", file).id());
    return settled(id, ImportState.CHECKING);
  }

  private Import adopted(Scope who, UUID id) throws InterruptedException {
    CurrentScope.with(who, () -> adopt.adopt(id));
    return settled(id, ImportState.IMPORTING);
  }

  private Import settled(UUID id, ImportState passing) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      var found = transactions.as(SystemScope.of("test"), () -> imports.find(id).orElseThrow());
      if (found.state() != passing) {
        return found;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("still " + passing);
  }

  private XSSFWorkbook own() {
    var book = sound();
    for (var sheet : Set.of("小区", "楼栋", "户")) {
      for (int row = 2; row <= book.getSheet(sheet).getLastRowNum() + 1; row++) {
        cell(book, sheet, "A" + row).setCellValue(code);
      }
    }
    cell(book, "小区", "B2").setCellValue("新村" + code);
    return book;
  }

  private long count(String table) {
    return transactions.as(SystemScope.of("test"), () -> jdbc.sql("select count(*) from estate." + table
            + (table.equals("estate") ? " where code = :code"
                : " where estate_id in (select id from estate.estate where code = :code)"))
        .param("code", code).query(Long.class).single());
  }

  @Test
  void allPlantedFaultsAreListedWithRowAndColumnAndNothingIsImported() throws InterruptedException {
    long before = all();
    var found = uploaded(People.OFFICER_OF_HONGQIAO, PlantedFaults.workbook());
    assertThat(found.state()).isEqualTo(ImportState.FAULTY);
    assertThat(found.faultCount()).isGreaterThanOrEqualTo(30);
    assertThat(found.faults())
        .extracting(fault -> fault.code() + " " + fault.sheet() + "!" + fault.column() + fault.row())
        .containsExactlyInAnyOrderElementsOf(PlantedFaults.PLANTED);
    assertThatThrownBy(() -> CurrentScope.with(People.OFFICER_OF_HONGQIAO, () -> adopt.adopt(found.id())))
        .isInstanceOf(Refused.class);
    assertThat(all()).isEqualTo(before);
  }

  private long all() {
    return transactions.as(SystemScope.of("test"), () ->
        jdbc.sql("select count(*) from estate.estate").query(Long.class).single());
  }

  @Test
  void aSoundWorkbookIsNewFirstAndChangedTheSecondTime() throws InterruptedException {
    var first = uploaded(People.PLANNER, bytes(own()));
    assertThat(first.state()).as("%s", first.faults()).isEqualTo(ImportState.READY);
    assertThat(first.newEstates()).isEqualTo(1);
    assertThat(first.counts()).isEqualTo(new Import.Counts(1, 2, 6, 4));
    assertThat(count("estate")).as("a check writes nothing").isZero();
    var done = adopted(People.PLANNER, first.id());
    assertThat(done.state()).as("%s", done.failure()).isEqualTo(ImportState.DONE);
    assertThat(Map.of("b", count("building"), "s", count("stairwell"), "h", count("household"), "o", count("owner")))
        .isEqualTo(Map.of("b", 2L, "s", 6L, "h", 4L, "o", 2L));

    var book = own();
    cell(book, "小区", "H2").setCellValue(6500);
    fill(book, "户", code, "2", 2, 6, "603", 70, "赵六", null);
    var second = uploaded(People.PLANNER, bytes(book));
    assertThat(second.changedEstates()).isEqualTo(1);
    assertThat(second.newEstates()).isZero();
    assertThat(adopted(People.PLANNER, second.id()).state()).isEqualTo(ImportState.DONE);
    var estate = only();
    assertThat(estate.version()).isEqualTo(2);
    assertThat(estate.floorArea()).isEqualByComparingTo("6500");
    assertThat(estate.quantities().households()).isEqualTo(5);
    assertThat(count("household")).isEqualTo(5);
    assertThat(count("owner")).isEqualTo(3);
  }

  private Estate only() {
    return transactions.as(People.PLANNER, () -> estates.ofAreas(Set.of("320613"))).stream()
        .filter(estate -> estate.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void adoptingTwiceImportsOnce() throws InterruptedException {
    var ready = uploaded(People.PLANNER, bytes(own()));
    adopted(People.PLANNER, ready.id());
    adopted(People.PLANNER, ready.id());
    runner.start(ready.id());
    assertThat(settled(ready.id(), ImportState.IMPORTING).state()).isEqualTo(ImportState.DONE);
    assertThat(only().version()).isEqualTo(1);
    assertThat(count("household")).isEqualTo(4);
  }

  @Test
  void whatNoLongerFitsTheRecordIsRolledBackWhole() throws InterruptedException {
    adopted(People.PLANNER, uploaded(People.PLANNER, bytes(own())).id());
    var book = own();
    for (int row = book.getSheet("户").getLastRowNum(); row > 0; row--) {
      book.getSheet("户").removeRow(book.getSheet("户").getRow(row));
    }
    cell(book, "楼栋", "E2").setCellValue(150);
    var ready = uploaded(People.PLANNER, bytes(book));
    assertThat(ready.state()).isEqualTo(ImportState.READY);
    var faulty = adopted(People.PLANNER, ready.id());
    assertThat(faulty.state()).isEqualTo(ImportState.FAULTY);
    assertThat(faulty.faults()).singleElement().satisfies(fault -> assertThat(fault.code()).isEqualTo("area.households"));
    assertThat(only().version()).as("rolled back").isEqualTo(1);
  }

  @Test
  void aStairwellWithHouseholdsCannotGo() throws InterruptedException {
    adopted(People.PLANNER, uploaded(People.PLANNER, bytes(own())).id());
    var book = own();
    cell(book, "楼栋", "F3").setCellValue(2);
    cell(book, "户", "C4").setCellValue(2);
    cell(book, "户", "C5").setCellValue(2);
    var faulty = uploaded(People.PLANNER, bytes(book));
    assertThat(faulty.faults()).extracting(fault -> fault.code() + fault.row()).containsExactly("building.fewer-stairwells3");
  }

  @Test
  void aStreetOfficerCannotTouchAnEstateOfAnotherStreetNorLearnOfIt() throws InterruptedException {
    adopted(People.PLANNER, uploaded(People.PLANNER, bytes(own())).id());
    assertThat(uploaded(People.OFFICER_OF_XUETIAN, bytes(own())).faults())
        .extracting(fault -> fault.code()).containsExactly("street.not-yours");
    var book = own();
    cell(book, "小区", "C2").setCellValue("学田街道");
    cell(book, "小区", "D2").setCellValue("");
    var moved = bytes(book);
    assertThat(uploaded(People.OFFICER_OF_XUETIAN, moved).state()).isEqualTo(ImportState.READY);
    assertThat(uploaded(People.PLANNER, moved).faults())
        .extracting(fault -> fault.code()).containsExactly("estate.other-street");
  }

  @Test
  void anImportIsSeenByItsUploaderAndFromAboveOnly() throws InterruptedException {
    var ready = uploaded(People.OFFICER_OF_HONGQIAO, bytes(own()));
    for (var who : Set.of(People.OFFICER_OF_XUETIAN, People.SECRETARY_OF_A_COMMUNITY, Scope.none())) {
      assertThat(transactions.as(who, () -> imports.find(ready.id()))).isEmpty();
    }
    assertThat(transactions.as(People.PLANNER, () -> imports.find(ready.id()))).isPresent();
    CurrentScope.with(People.OFFICER_OF_HONGQIAO, () -> discard.discard(ready.id()));
    assertThat(files(ready.id())).as("the file is forgotten").isZero();
  }

  @Test
  void anImportThatWasInterruptedIsTakenUpAgainAndGivenUpAfterThreeTimes() throws InterruptedException {
    var ready = uploaded(People.PLANNER, bytes(own()));
    interrupt(ready.id(), 1);
    runner.start(ready.id());
    assertThat(settled(ready.id(), ImportState.IMPORTING).state()).isEqualTo(ImportState.DONE);

    var other = uploaded(People.PLANNER, bytes(own()));
    interrupt(other.id(), 3);
    runner.start(other.id());
    var failed = settled(other.id(), ImportState.IMPORTING);
    assertThat(failed.state()).isEqualTo(ImportState.FAILED);
    assertThat(failed.failure()).contains("没有导入任何数据");
    assertThat(only().version()).isEqualTo(1);
  }

  @Test
  void whatAPersonTriesAgainstTheGraphChangesNothing() throws InterruptedException {
    var ready = uploaded(People.PLANNER, bytes(own()));
    for (var illegal : ImportState.GRAPH.illegalMoves()) {
      stand(ready.id(), illegal.from());
      try {
        CurrentScope.with(People.PLANNER, () -> switch (illegal.act()) {
          case ADOPT -> illegal.from() == ImportState.IMPORTING ? ready : adopt.adopt(ready.id()); // is being written
          case DISCARD -> discard.discard(ready.id());
          default -> ready; // no act of a person's
        });
      } catch (Refused refused) {
        assertThat(refused.refusals()).as("%s", illegal).isNotEmpty();
      }
      assertThat(transactions.as(SystemScope.of("test"), () -> imports.find(ready.id()).orElseThrow()).state())
          .as("%s", illegal).isEqualTo(illegal.from());
    }
    stand(ready.id(), ImportState.READY);
    assertThat(count("estate")).isZero();
  }

  private void stand(UUID id, ImportState state) {
    transactions.run(SystemScope.of("test"), () ->
        jdbc.sql("update estate.import set state = :state where id = :id").param("state", state.name()).param("id", id)
            .update());
  }

  private void interrupt(UUID id, int attempts) {
    transactions.run(SystemScope.of("test"), () ->
        jdbc.sql("update estate.import set state = 'IMPORTING', attempts = :attempts where id = :id")
            .param("attempts", attempts).param("id", id).update());
  }

  private long files(UUID id) {
    return transactions.as(SystemScope.of("test"), () ->
        jdbc.sql("select count(*) from estate.import_file where import_id = :id").param("id", id)
            .query(Long.class).single());
  }
}
