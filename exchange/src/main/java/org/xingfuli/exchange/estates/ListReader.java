package org.xingfuli.exchange.estates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/**
 * Reads any plain list out of a workbook's first sheet, every cell as text, with the care a workbook of estates gets: what
 * the file is is told by its content, hidden rows and merged cells are faults, and all faults are noted at once.
 */
public final class ListReader {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private final List<Heading> headings;
  private final Map<Heading, Column> columns = new LinkedHashMap<>();
  private final int most;

  /**
   * Makes a reader for lists of one kind.
   *
   * @param most rows beyond these are not read
   */
  public ListReader(List<Heading> headings, int most) {
    this.headings = List.copyOf(headings);
    this.most = most;
    headings.forEach(h -> columns.put(h, Column.text(h.zh(), h.en(), h.required(), h.help(), h.help())));
  }

  /**
   * One column of the list.
   *
   * @param longest letters its texts may have
   * @param help what to fill in, for the template
   */
  public record Heading(String zh, String en, boolean required, int longest, String help) {}

  /** One row: its texts by column, and where they stand. */
  public static final class Entry {
    private final Map<Heading, String> texts = new LinkedHashMap<>();
    private final Map<Heading, Place> places = new LinkedHashMap<>();
    private final int number;
    private boolean sound;

    private Entry(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }

    /** Whether nothing was wrong with its cells. */
    public boolean sound() {
      return sound;
    }

    public @Nullable String text(Heading heading) {
      return texts.get(heading);
    }

    /** A fault only the reader's caller knows, at a cell of this row; the value is shown as it is given here. */
    public Fault fault(Heading heading, String code, String value, String zh, String en, @Nullable String maybe,
        @Nullable String maybeEn) {
      var place = places.getOrDefault(heading, Place.row("", number));
      return new Fault(place.sheet(), place.row(), place.column(), place.header(), code, value, zh, en, maybe, maybeEn);
    }
  }

  /** What was read; with faults nothing should be made of it. */
  public record Read(List<Entry> entries, List<Fault> faults, int faultCount) {}

  /** Reads the first sheet of the workbook. */
  public Read read(byte[] file) {
    var faults = new Faults();
    var entries = new ArrayList<Entry>();
    var container = Container.open(file, faults);
    if (container != null) {
      try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
        var sheet = workbook.getFirstSheet();
        new SheetReader(sheet, container.sheet(sheet.getId()), List.copyOf(columns.values()), faults)
            .read(most, line -> entries.add(entry(line)), () -> { });
        if (entries.isEmpty() && faults.none()) {
          faults.add(FaultKind.SHEET_EMPTY, Place.sheet(sheet.getName()), null, sheet.getName());
        }
      } catch (IOException | RuntimeException broken) {
        faults.add(FaultKind.FILE_BROKEN, Place.FILE, String.valueOf(broken.getMessage()), null);
      }
    }
    return new Read(entries, faults.listed(), faults.count());
  }

  private Entry entry(Line line) {
    var entry = new Entry(line.number());
    for (var heading : headings) {
      var column = Objects.requireNonNull(columns.get(heading));
      entry.places.put(heading, line.place(column));
      var text = line.text(column, heading.longest());
      if (text != null) {
        entry.texts.put(heading, text);
      }
    }
    entry.sound = line.sound();
    return entry;
  }

  /**
   * Writes the empty list to fill in, with a row that shows how.
   *
   * @param example one text for each column; the first begins with 示例, so that the row is not taken for data
   */
  public void template(String sheet, List<String> example, OutputStream out) throws IOException {
    try (var workbook = new Workbook(out, "Xingfuli", "1.0")) {
      var pen = new Pen(workbook, sheet, List.copyOf(columns.values()));
      example.forEach(pen::put);
      pen.next();
      headings.forEach(heading -> pen.put(heading == headings.getFirst() ? "示例行以下填写 · fill in below" : heading.help()));
    }
  }
}
