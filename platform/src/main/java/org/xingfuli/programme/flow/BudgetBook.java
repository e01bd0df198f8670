package org.xingfuli.programme.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.exchange.tables.TableReader;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.model.Budget;

/** A budget's lines as a workbook, out and in again; every fault is told with its row and column. */
public final class BudgetBook {

  public static final List<String> HEADS = List.of("编码 Code", "工程内容 Work", "Work", "类别 Class", "单位 Unit",
      "工程量 Quantity", "单价 Unit cost", "合价 Amount", "工序 Activities", "待确认 Unconfirmed", "依据 Source");
  private static final List<Integer> NEEDED = List.of(0, 1, 5, 6);
  private static final int MOST_ROWS = 200;
  private static final Map<String, Budget.WorkClass> CLASSES = Map.of("基础类", Budget.WorkClass.BASIC,
      "完善类", Budget.WorkClass.IMPROVED, "提升类", Budget.WorkClass.ENHANCED, "其他", Budget.WorkClass.OTHER);

  private BudgetBook() {}

  public static List<@Nullable Object> row(Budget.Line line) {
    return Arrays.asList(line.code(), line.nameZh(), line.nameEn(), word(line.workClass()), line.unit(), line.quantity(),
        line.unitCost(), line.amount(), String.join(";", line.activities()), line.unconfirmed() ? "是" : "否",
        line.source());
  }

  public static String word(Budget.WorkClass workClass) {
    return CLASSES.entrySet().stream().filter(each -> each.getValue() == workClass).findFirst().orElseThrow().getKey();
  }

  /**
   * Reads the lines.
   *
   * @throws Refused with every fault of the file at once
   */
  public static List<Budget.Line> read(byte[] file) {
    TableReader.Sheet sheet;
    try {
      sheet = TableReader.read(file, MOST_ROWS);
    } catch (TableReader.Unreadable unreadable) {
      throw new Refused(Refusal.of("programme.workbook-unreadable",
          Map.of("reason", String.valueOf(unreadable.getMessage()), "pointer", "/file")));
    }
    var faults = new ArrayList<Refusal>();
    var places = places(sheet.heads());
    for (var needed : NEEDED) {
      if (!places.containsKey(needed)) {
        faults.add(Refusal.of("programme.workbook-column-missing",
            Map.of("column", HEADS.get(needed), "sheet", sheet.name(), "pointer", "/file")));
      }
    }
    Refused.ifAny(faults);
    var lines = new ArrayList<Budget.Line>();
    for (var line : sheet.lines()) {
      var reading = new Reading(line, places, faults);
      var code = reading.needed(0);
      var name = reading.needed(1);
      var quantity = reading.number(5);
      var cost = reading.number(6);
      lines.add(new Budget.Line(code, name, reading.or(2, name), reading.workClass(), reading.or(4, "项"), quantity, cost,
          reading.codes(), !reading.or(9, "是").equals("否"), reading.or(10, "workbook")));
    }
    Refused.ifAny(faults);
    return lines;
  }

  private static Map<Integer, Integer> places(List<String> heads) {
    var places = new LinkedHashMap<Integer, Integer>();
    for (int column = 0; column < heads.size(); column++) {
      for (int head = 0; head < HEADS.size(); head++) {
        var own = HEADS.get(head);
        if (heads.get(column).equals(own) || heads.get(column).equals(own.split(" ")[0])) {
          places.putIfAbsent(head, column);
        }
      }
    }
    return places;
  }

  /** One row being read. */
  private record Reading(TableReader.Line line, Map<Integer, Integer> places, List<Refusal> faults) {

    String or(int head, String otherwise) {
      var text = line.at(places.getOrDefault(head, -1));
      return text.isEmpty() ? otherwise : text;
    }

    String needed(int head) {
      var text = or(head, "");
      if (text.isEmpty()) {
        fault(head, "", "非空 not blank");
      }
      return text;
    }

    BigDecimal number(int head) {
      var text = or(head, "");
      try {
        return new BigDecimal(text.replace(",", "").replace("，", ""));
      } catch (NumberFormatException none) {
        fault(head, text, "数字 a number");
        return BigDecimal.ZERO;
      }
    }

    Budget.WorkClass workClass() {
      var text = or(3, "其他");
      var known = CLASSES.get(text);
      if (known == null) {
        fault(3, text, String.join("、", CLASSES.keySet()));
        return Budget.WorkClass.OTHER;
      }
      return known;
    }

    List<String> codes() {
      return Arrays.stream(or(8, "").split("[;；,，、\\s]+")).filter(code -> !code.isEmpty()).distinct().toList();
    }

    private void fault(int head, String value, String expected) {
      faults.add(Refusal.of("programme.workbook-cell", Map.of("row", line.number(), "column", HEADS.get(head),
          "value", value, "expected", expected, "pointer", "/file")));
    }
  }
}
