package org.xingfuli.exchange.plans.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.exchange.plans.book.Heads.Head;
import org.xingfuli.exchange.tables.TableReader.Line;
import org.xingfuli.exchange.tables.TableReader.Sheet;

/** One sheet of the workbook with its heads found: people put titles above them and merge them over two rows. */
final class BookSheet {

  private static final int HEADS_WITHIN = 10;

  private final Sheet sheet;
  private final List<Head> heads;
  private final List<Line> lines = new ArrayList<>();
  private Map<Head, Integer> places = new HashMap<>();
  private int headLine;

  /** One row with the places of its heads. */
  record Row(Sheet sheet, Line line, Map<Head, Integer> places) {

    String at(Head head) {
      return line.at(places.getOrDefault(head, -1));
    }

    String cell(Head head) {
      int column = places.getOrDefault(head, 0);
      var letters = column < 26 ? String.valueOf((char) ('A' + column))
          : "" + (char) ('A' + column / 26 - 1) + (char) ('A' + column % 26);
      return sheet.name() + "!" + letters + line.number();
    }
  }

  BookSheet(Sheet sheet, List<Head> heads) {
    this.sheet = sheet;
    this.heads = heads;
    lines.add(new Line(sheet.headRow(), sheet.heads()));
    lines.addAll(sheet.lines());
    for (int line = 0; line < Math.min(HEADS_WITHIN, lines.size()); line++) {
      var found = found(line);
      if (found.size() > places.size()) {
        places = found;
        headLine = line;
      }
    }
  }

  /** Heads that a line holds; a cell left blank counts as what stands above it, as in cells merged downwards. */
  private Map<Head, Integer> found(int line) {
    var found = new HashMap<Head, Integer>();
    var above = line == 0 ? List.<String>of() : lines.get(line - 1).cells();
    for (int column = 0; column < Math.max(above.size(), lines.get(line).cells().size()); column++) {
      var own = lines.get(line).at(column);
      var text = own.isEmpty() && line > 0 ? lines.get(line - 1).at(column) : own;
      for (var head : heads) {
        if (head.matches(text)) {
          found.putIfAbsent(head, column);
        }
      }
    }
    return found;
  }

  List<Head> missing() {
    return heads.stream().filter(head -> head.required() && !places.containsKey(head)).toList();
  }

  List<Row> rows() {
    return lines.subList(headLine + 1, lines.size()).stream().map(line -> new Row(sheet, line, places)).toList();
  }

  /** Merged cells below the heads, in columns that mean something. */
  List<String> merged() {
    int last = lines.getLast().number();
    return sheet.merged().stream().filter(each -> each.lastRow() > lines.get(headLine).number() && each.lastRow() <= last + 1
        && places.values().stream().anyMatch(column -> column >= each.firstColumn() && column <= each.lastColumn()))
        .map(each -> sheet.name() + "!" + each.range()).toList();
  }
}
