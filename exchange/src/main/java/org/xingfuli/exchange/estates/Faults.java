package org.xingfuli.exchange.estates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.estates.FaultKind.Place;

/** Collects faults: all are counted, the first are kept, so that a hopeless workbook does not fill the memory. */
public final class Faults {

  /** So many are listed; whoever has more mends these first. */
  public static final int LISTED = 500;

  private static final List<String> SHEETS = List.of("", Columns.ESTATES, Columns.BUILDINGS, Columns.HOUSEHOLDS);
  private static final Comparator<Fault> ORDER = Comparator
      .comparingInt((Fault fault) -> SHEETS.indexOf(fault.sheet()))
      .thenComparingInt(Fault::row)
      .thenComparingInt(fault -> fault.column().length())
      .thenComparing(Fault::column);

  private final List<Fault> listed = new ArrayList<>();
  private int count;

  void add(FaultKind kind, Place place, @Nullable String value, @Nullable String against) {
    count++;
    if (listed.size() < LISTED) {
      listed.add(kind.at(place, value, against));
    }
  }

  /** The faults kept, in the order of sheet, row and column. */
  public List<Fault> listed() {
    return listed.stream().sorted(ORDER).toList();
  }

  public int count() {
    return count;
  }

  public boolean none() {
    return count == 0;
  }
}
