package org.xingfuli.exchange.estates;

import java.util.List;

/** The columns of a menu of works; reader and writer share them. */
final class WorkColumns {

  static final String SHEET = "改造内容";
  static final int MOST = 500;
  static final List<String> MARKS = List.of(WorkRow.PROPOSED, WorkRow.ADOPTED, WorkRow.DROPPED);

  static final Column CODE = Column.text("编码", "Code", true, "不要改", "leave as it is");
  static final Column NAME = Column.text("改造内容", "Work", false, "", "");
  static final Column CLASS = Column.text("类别", "Class", false, "", "");
  static final Column UNIT = Column.text("单位", "Unit", false, "", "");
  static final Column DERIVED = Column.number("推算数量", "Derived quantity", false, "", "");
  static final Column QUANTITY = Column.number("数量", "Quantity", false, "改后与推算不同即为人工更正", "different from the derived one: corrected");
  static final Column UNIT_COST = Column.number("单价(元)", "Unit cost", false, "", "");
  static final Column MARK = Column.text("取舍", "Mark", true, "待定、采用、不做", "待定 proposed, 采用 adopted, 不做 dropped");
  static final Column COST = Column.number("造价(元)", "Cost", false, "", "");
  static final Column REASON = Column.text("原因", "Reason", false, "", "");

  static final List<Column> ALL =
      List.of(CODE, NAME, CLASS, UNIT, DERIVED, QUANTITY, UNIT_COST, MARK, COST, REASON);

  private WorkColumns() {}
}
