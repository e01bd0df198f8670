package org.xingfuli.exchange.estates;

import java.util.List;

/** The columns of the three sheets, in their order; template, reader and writer share them. */
final class Columns {

  static final String INSTRUCTIONS = "说明";
  static final String ESTATES = "小区";
  static final String BUILDINGS = "楼栋";
  static final String HOUSEHOLDS = "户";

  static final int MOST_ESTATES = 5_000;
  static final int MOST_BUILDINGS = 50_000;
  static final int MOST_HOUSEHOLDS = 300_000;

  /** Rows whose estate code begins with this are examples and are not read. */
  static final String EXAMPLE = "示例";

  static final String SMALL = "小易";
  static final String REGULAR = "常规";
  static final String FLAT = "平屋顶";
  static final String PITCHED = "坡屋顶";

  static final Column CODE = Column.text("小区编码", "Estate code", true,
      "本区自编，同一街道内不重复；字母、数字、-、_，最多 32 位", "your own code, unique within the street; letters, digits, - and _, at most 32");
  static final Column NAME = Column.text("小区名称", "Estate name", true, "最多 60 字", "at most 60 characters");
  static final Column STREET = Column.text("街道", "Street", true, "从下拉列表选择", "choose from the list");
  static final Column COMMUNITY = Column.text("社区", "Community", false, "名称或 12 位编码，须已在组织中登记；可不填",
      "name or 12-digit code as in the organisations; may be left empty");
  static final Column ADDRESS = Column.text("地址", "Address", false, "门牌地址，最多 120 字", "at most 120 characters");
  static final Column BUILT_FROM = Column.number("建成起", "Built from", false, "最早一栋的建成年份，四位数", "year of the oldest building, four digits");
  static final Column BUILT_TO = Column.number("建成止", "Built to", false, "最晚一栋的建成年份，四位数", "year of the newest building, four digits");
  static final Column ESTATE_AREA = Column.number("建筑面积(㎡)", "Floor area", true, "全小区建筑面积，平方米（不是万㎡）",
      "floor area of all buildings in ㎡ (not in 10,000 ㎡)");
  static final Column SIZE = Column.text("类别", "Size class", false, "小易（体量小、难度低，国庆前完工）或常规；不填则按规则判定（规则待确认）",
      "小易 small and easy, due before National Day, or 常规 regular; empty: by the rule (unconfirmed)");
  static final Column ROOF_STRUCTURES = Column.number("屋面违建(处)", "Illegal, roof", false, "屋面上的违法建设处数",
      "illegal structures on roofs, counted");
  static final Column GROUND_STRUCTURES = Column.number("底层违建(处)", "Illegal, ground", false, "底层、院落的违法建设处数",
      "illegal structures on the ground, counted");
  static final Column ROOF_AREA = Column.number("屋面面积(㎡)", "Roof area", false, "平改坡的屋面面积，平方米", "roof area to be pitched, ㎡");
  static final Column FACADE_AREA = Column.number("外墙面积(㎡)", "Facade area", false, "出新的外墙面积，平方米", "facade area to be renewed, ㎡");
  static final Column DRAIN_LENGTH = Column.number("雨污管长度(m)", "Drain length", false, "新做雨污管网长度，米", "length of new drains, m");
  static final Column ROAD_AREA = Column.number("道路面积(㎡)", "Road area", false, "整治道路面积，平方米", "road area, ㎡");
  static final Column PARKING = Column.number("停车位(个)", "Parking spaces", false, "改造后新增、划线的车位数", "parking spaces, counted");
  static final Column CHARGING = Column.number("充电桩(个)", "Charging points", false, "汽车与非机动车充电端口数", "charging points, counted");
  static final Column GREEN_AREA = Column.number("绿化面积(㎡)", "Green area", false, "补植、整治的绿化面积，平方米", "green area, ㎡");

  static final Column NUMBER = Column.text("楼号", "Building", true, "如 12、12甲；不写“号楼”", "such as 12 or 12甲, without 号楼");
  static final Column STOREYS = Column.number("层数", "Storeys", true, "地上层数，1 至 60", "storeys above ground, 1 to 60");
  static final Column BUILT_YEAR = Column.number("建成年份", "Built in", false, "四位数", "four digits");
  static final Column BUILDING_AREA = Column.number("建筑面积(㎡)", "Floor area", true, "本楼建筑面积，平方米", "floor area of the building, ㎡");
  static final Column STAIRWELLS = Column.number("单元数", "Stairwells", true, "单元（楼道）个数，1 至 40；单元从 1 编号", "stairwells, 1 to 40, numbered from 1");
  static final Column ROOF = Column.text("屋顶", "Roof", false, "平屋顶 或 坡屋顶；不填按平屋顶", "平屋顶 flat or 坡屋顶 pitched; empty: flat");

  static final Column STAIRWELL = Column.number("单元", "Stairwell", true, "第几单元，从 1 起", "number of the stairwell, from 1");
  static final Column FLOOR = Column.number("楼层", "Floor", true, "第几层，从 1 起", "number of the floor, from 1");
  static final Column DOOR = Column.text("房号", "Door", true, "如 402", "such as 402");
  static final Column HOUSEHOLD_AREA = Column.number("专有面积(㎡)", "Exclusive area", true, "产权登记的专有部分面积，平方米；表决按它计票权",
      "registered exclusive area, ㎡; owners' votes are weighed by it");
  static final Column OWNER = Column.text("业主姓名", "Owner", false, "个人信息，入库后只显示姓；不填则保留原有的", "personal; shown masked; empty: what is on record stays");
  static final Column PHONE = Column.text("联系电话", "Phone", false, "个人信息，入库后掩码显示；不填则保留原有的", "personal; shown masked; empty: what is on record stays");

  static final List<Column> OF_ESTATES = List.of(CODE, NAME, STREET, COMMUNITY, ADDRESS, BUILT_FROM, BUILT_TO, ESTATE_AREA,
      SIZE, ROOF_STRUCTURES, GROUND_STRUCTURES, ROOF_AREA, FACADE_AREA, DRAIN_LENGTH, ROAD_AREA, PARKING, CHARGING,
      GREEN_AREA);
  static final List<Column> OF_BUILDINGS = List.of(CODE, NUMBER, STOREYS, BUILT_YEAR, BUILDING_AREA, STAIRWELLS, ROOF);
  static final List<Column> OF_HOUSEHOLDS =
      List.of(CODE, NUMBER, STAIRWELL, FLOOR, DOOR, HOUSEHOLD_AREA, OWNER, PHONE);

  private Columns() {}
}
