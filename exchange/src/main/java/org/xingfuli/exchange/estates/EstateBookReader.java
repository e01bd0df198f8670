package org.xingfuli.exchange.estates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/**
 * Reads a workbook of estates whole and notes everything that is wrong with it.
 *
 * <p>Estates and buildings stay in memory, households are handed on one by one, so that a workbook of a whole district
 * needs little. What the file is is told by its content, never by its name.
 */
public final class EstateBookReader {

  /** Takes a workbook's content while it is read. */
  public interface Receiver {

    /**
     * All estates and buildings have been read, the households come next.
     *
     * @param faults what has been found so far; what the receiver knows to be wrong is added to it
     */
    void beforeHouseholds(List<EstateLine> estates, List<BuildingLine> buildings, Faults faults);

    void household(HouseholdLine household);
  }

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private final Gazetteer places;
  private final Set<String> areas;
  private final Receiver receiver;
  private final DoubleConsumer progress;
  private final Faults faults = new Faults();
  private @Nullable RuntimeException failure;
  private long rows;
  private long expected = 1;

  /**
   * Makes a reader for one file.
   *
   * @param places the streets and communities it may name
   * @param areas the areas the uploader may write in; an estate elsewhere is a fault
   * @param receiver takes what is sound in itself; the workbook may still turn out faulty
   * @param progress told the share of rows read, now and then
   */
  public EstateBookReader(
      Gazetteer places, Set<String> areas, Receiver receiver, DoubleConsumer progress) {
    this.places = places;
    this.areas = Set.copyOf(areas);
    this.receiver = receiver;
    this.progress = progress;
  }

  public EstateBook read(byte[] file) {
    var estates = new EstateRows(places, areas, faults);
    var buildings = new BuildingRows(estates, faults);
    var doors = new HouseholdRows(estates, buildings, household -> hand(() -> receiver.household(household)));
    var container = Container.open(file, faults);
    if (container != null) {
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
        var sheets = workbook.getSheets().toList();
        for (var name : List.of(Columns.ESTATES, Columns.BUILDINGS, Columns.HOUSEHOLDS)) {
          var sheet = named(sheets, name);
          expected += sheet == null ? 0 : container.sheet(sheet.getId()).rows();
        }
        read(sheets, container, Columns.ESTATES, Columns.OF_ESTATES, Columns.MOST_ESTATES, estates::add);
        if (estates.lines().isEmpty() && faults.none()) {
          faults.add(FaultKind.SHEET_EMPTY, Place.sheet(Columns.ESTATES), null, Columns.ESTATES);
        }
        read(sheets, container, Columns.BUILDINGS, Columns.OF_BUILDINGS, Columns.MOST_BUILDINGS, buildings::add);
        hand(() -> receiver.beforeHouseholds(estates.lines(), buildings.lines(), faults));
        read(sheets, container, Columns.HOUSEHOLDS, Columns.OF_HOUSEHOLDS, Columns.MOST_HOUSEHOLDS, doors::add);
        doors.checkSums();
        buildings.checkSums();
      } catch (IOException | RuntimeException broken) {
        if (failure != null) {
          throw failure;
        }
        faults.add(FaultKind.FILE_BROKEN, Place.FILE, String.valueOf(broken.getMessage()), null);
      }
    }
    progress.accept(1);
    return new EstateBook(estates.lines(), buildings.lines(), doors.count(), faults);
  }

  private void read(List<Sheet> sheets, Container container, String name, List<Column> columns, int most,
      Consumer<Line> data) throws IOException {
    var sheet = named(sheets, name);
    if (sheet == null) {
      var found = sheets.stream().map(Sheet::getName).collect(Collectors.joining("、"));
      faults.add(FaultKind.SHEET_MISSING, Place.sheet(name), found, name);
      return;
    }
    if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
      faults.add(FaultKind.SHEET_HIDDEN, Place.sheet(name), null, name);
    }
    new SheetReader(sheet, container.sheet(sheet.getId()), columns, faults).read(most, data, this::count);
  }

  /** A failure of the receiver is its own and no damage of the file. */
  private void hand(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException own) {
      failure = own;
      throw own;
    }
  }

  private void count() {
    if (++rows % 512 == 0) {
      progress.accept(Math.min(1, rows / (double) expected));
    }
  }

  private static @Nullable Sheet named(List<Sheet> sheets, String name) {
    return sheets.stream().filter(sheet -> Texts.narrow(sheet.getName()).equals(name)).findFirst().orElse(null);
  }
}
