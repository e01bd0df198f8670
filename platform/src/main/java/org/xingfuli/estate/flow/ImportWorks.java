package org.xingfuli.estate.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.WorkChange;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.exchange.estates.Fault;
import org.xingfuli.exchange.estates.WorkBookReader;
import org.xingfuli.exchange.estates.WorkRow;

/** Somebody sends the menu of an estate back as a workbook; with a single fault nothing of it is taken. */
@Component
public class ImportWorks {

  private final Transactions transactions;
  private final EstateStore estates;
  private final WorkStore works;
  private final ChangeWork change;

  ImportWorks(Transactions transactions, EstateStore estates, WorkStore works, ChangeWork change) {
    this.transactions = transactions;
    this.estates = estates;
    this.works = works;
    this.change = change;
  }

  /** What came of it. */
  public record Outcome(int changed, List<Fault> faults, int faultCount) {}

  /**
   * Reads and takes the workbook.
   *
   * @return null when the caller's scope has no such estate
   */
  public @Nullable Outcome read(UUID estateId, byte[] file, Because because) {
    return transactions.<@Nullable Outcome>here(
        () -> estates.lock(estateId).map(estate -> take(estate, file, because)).orElse(null));
  }

  private Outcome take(Estate estate, byte[] file, Because because) {
    var lines = works.lines(List.of(estate.id())).stream()
        .collect(Collectors.toMap(WorkLine::code, Function.identity()));
    var book = new WorkBookReader(lines.keySet(), ChangeWork.MOST.intValue()).read(file);
    if (!book.faults().none()) {
      return new Outcome(0, book.faults().listed(), book.faults().count());
    }
    var wanted = new ArrayList<ChangeWork.Wanted>();
    for (var row : book.rows()) {
      var line = lines.get(row.code());
      if (line != null) {
        wanted.add(new ChangeWork.Wanted(row.code(), line.version(), new WorkChange(row.quantity(),
            row.quantity().compareTo(line.derived()) == 0, row.unitCost(), mark(row.mark()))));
      }
    }
    return new Outcome(change.changeAll(estate, wanted, because), List.of(), 0);
  }

  /** A work as a row of the workbook. */
  public static WorkRow row(WorkLine line) {
    return new WorkRow(0, line.code(), line.name().zh(), switch (line.workClass()) {
      case BASIC -> "基础类";
      case IMPROVED -> "完善类";
      case ENHANCED -> "提升类";
    }, line.unit().zh(), line.derived(), line.quantity(), line.unitCost(), word(line.mark()), line.cost(), line.reason());
  }

  private static String word(WorkMark mark) {
    return switch (mark) {
      case PROPOSED -> WorkRow.PROPOSED;
      case ADOPTED -> WorkRow.ADOPTED;
      case DROPPED -> WorkRow.DROPPED;
    };
  }

  private static WorkMark mark(String word) {
    return switch (word) {
      case WorkRow.ADOPTED -> WorkMark.ADOPTED;
      case WorkRow.DROPPED -> WorkMark.DROPPED;
      default -> WorkMark.PROPOSED;
    };
  }
}
