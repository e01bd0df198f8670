package org.xingfuli.exchange.estates;

import org.jspecify.annotations.Nullable;

/**
 * Every kind of fault a workbook may have, with what people are told. {@code {v}} stands for the offending value,
 * {@code {x}} for what it is measured against, {@code {h}} for the header.
 */
enum FaultKind {
  FILE_XLS("file.xls", "这是旧版 Excel 97–2003（.xls）文件", "This is an old Excel 97–2003 (.xls) file",
      "用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx"),
  FILE_ENCRYPTED("file.encrypted", "文件设有打开密码，读不了", "The file is protected by a password and cannot be read",
      "去掉打开密码后另存", "remove the password and save it again"),
  FILE_TEXT("file.text", "这是文本文件（如 .csv），不是 Excel 工作簿", "This is a text file (such as .csv), not an Excel workbook",
      "改扩展名不会改变内容；请把内容贴进模板", "renaming does not change the content; paste it into the template"),
  FILE_HTML("file.html", "这是网页（有些系统导出的“.xls”其实是网页），不是 Excel 工作簿",
      "This is a web page (some systems export those as .xls), not an Excel workbook",
      "用 Excel 打开，另存为 .xlsx", "open it in Excel and save it as .xlsx"),
  FILE_OTHER("file.other", "这不是 Excel 工作簿，而是{v}", "This is not an Excel workbook but {v}",
      "选错了文件", "the wrong file was chosen"),
  FILE_BROKEN("file.broken", "工作簿损坏，读到一半读不下去：{v}", "The workbook is damaged: {v}",
      "用 Excel 打开修复后另存，再上传", "open it in Excel, let it repair the file, save and upload again"),
  FILE_BOMB("file.too-large", "展开后超过 {x}，不读", "Unpacked it is larger than {x}; it is not read",
      "图片、整列格式或多余的表；请只留数据", "pictures, formats of whole columns or other sheets; keep the data only"),
  SHEET_MISSING("sheet.missing", "缺少工作表“{x}”", "The sheet “{x}” is missing",
      "表名被改过；现有：{v}", "it was renamed; there are: {v}"),
  SHEET_HIDDEN("sheet.hidden", "工作表“{x}”是隐藏的，看不见的数据不导入", "The sheet “{x}” is hidden; unseen data is not imported",
      "取消隐藏并检查内容", "unhide it and look at it"),
  SHEET_EMPTY("sheet.empty", "工作表“{x}”没有数据行", "The sheet “{x}” has no row of data",
      "示例行不算数据", "the example row does not count"),
  SHEET_TOO_LONG("sheet.too-long", "超过 {x} 行，后面的没有读", "More than {x} rows; the rest was not read",
      "分成几个文件导入", "split it into several files"),
  HEADER_MISSING("header.missing", "缺少列“{x}”", "The column “{x}” is missing", "表头被改过；有未认出的：{v}",
      "a header was changed; not recognised: {v}"),
  HEADER_TWICE("header.twice", "列“{h}”出现两次", "The column “{h}” appears twice",
      "复制时多出一列；删去其中一列", "a column was pasted twice; delete one"),
  ROW_HIDDEN("row.hidden", "这一行是隐藏的，看不见的数据不导入", "This row is hidden; unseen data is not imported",
      "筛选没有清除；清除筛选或删去此行", "a filter is still on; clear it or delete the row"),
  CELL_MERGED("cell.merged", "数据区有合并单元格 {v}", "Cells {v} are merged within the data",
      "取消合并，每行都填上值", "unmerge them and fill every row"),
  CELL_ERROR("cell.error", "公式出错：{v}", "The formula failed: {v}", "把公式改对，或粘贴为数值",
      "mend the formula, or paste its value"),
  CELL_DATE("cell.date", "这里是日期（{v}），应是{x}", "This is a date ({v}) instead of {x}",
      "Excel 把“3-2”一类的编号自动变成了日期；先把格式设为文本再填", "Excel turned a number such as 3-2 into a date; set the format to text first"),
  CELL_BOOLEAN("cell.boolean", "这里是 TRUE/FALSE，应是{x}", "This is TRUE or FALSE instead of {x}", null, null),
  CELL_SCIENTIFIC("cell.scientific", "编号变成了科学计数 {v}，原来的数字已经丢失", "The number became {v}; its digits are lost",
      "先把格式设为文本，再重新填写完整编号", "set the format to text, then enter the whole number again"),
  REQUIRED("value.required", "“{h}”必填", "“{h}” must be filled in", null, null),
  TOO_LONG("text.too-long", "太长，最多 {x} 字", "Too long, at most {x} characters", null, null),
  CONTROL("text.control", "含有看不见的控制字符", "It holds invisible control characters",
      "从别的系统复制带来的；重新输入", "they came with a copy from another system; type it again"),
  GARBLED("text.garbled", "文字是乱码", "The text is garbled", "编码转换出过错；重新输入", "an encoding went wrong; type it again"),
  BAD_CODE("code.bad", "编码只能用字母、数字、-、_，以字母或数字开头", "A code has letters, digits, - and _ only and begins with a letter or digit",
      null, null),
  NOT_NUMBER("number.not", "应是数字", "This must be a number", "只填数字；没有就留空", "digits only; leave it empty when there is none"),
  UNIT("number.unit", "数字里带了单位", "The number carries a unit", "只填 {x}", "enter {x} only"),
  NEGATIVE("number.negative", "不能是负数", "This cannot be negative", null, null),
  ZERO("number.zero", "必须大于零", "This must be greater than zero", null, null),
  ABSURD("number.absurd", "大得不合常理，最多 {x}", "Unreasonably large, at most {x}", "单位弄错，或多打了零",
      "the wrong unit, or a zero too many"),
  NOT_WHOLE("number.not-whole", "应是整数", "This must be a whole number", null, null),
  YEAR("year.bad", "年份应是四位数，在 1900 与 2035 之间", "A year has four digits, between 1900 and 2035", null, null),
  YEARS_REVERSED("year.reversed", "建成止早于建成起 {x}", "It ends before it begins in {x}", "两列填反了", "the two columns were swapped"),
  YEAR_OUTSIDE("year.outside", "不在小区的建成年份 {x} 之内", "Outside the estate's years {x}", "小区的起止年份漏了这栋楼",
      "the estate's years leave this building out"),
  CHOICE("choice.unknown", "只能填：{x}", "Only one of: {x}", null, null),
  STREET("street.unknown", "没有这个街道", "There is no such street", "是“{x}”", "“{x}” is meant"),
  COMMUNITY("community.unknown", "该街道没有这个社区", "The street has no such community", "是“{x}”", "“{x}” is meant"),
  SCOPE("street.not-yours", "不在你负责的范围内，只能导入自己街道的小区", "Outside your scope; you import estates of your own street only",
      null, null),
  ESTATE_TWICE("estate.twice", "小区编码与第 {x} 行重复", "The estate code is that of row {x} already", "复制后忘了改",
      "a copied row was not changed"),
  NAME_TWICE("estate.name-twice", "同一街道已有同名小区，在第 {x} 行", "The street has an estate of this name in row {x} already",
      "同一小区录了两遍", "the same estate was entered twice"),
  OTHER_STREET("estate.other-street", "这个编码已是{x}的小区", "The code belongs to an estate in {x}",
      "街道填错；要改街道请在小区页面上改", "the street is wrong; an estate is moved on its own page"),
  BUILDING_TWICE("building.twice", "同一小区的楼号与第 {x} 行重复", "The estate has this building in row {x} already", "复制后忘了改",
      "a copied row was not changed"),
  ESTATE_ABSENT("estate.absent", "“小区”表里没有这个小区编码", "The sheet of estates has no such code", "是“{x}”", "“{x}” is meant"),
  BUILDING_ABSENT("building.absent", "“楼栋”表里没有该小区的这栋楼", "The sheet of buildings has no such building of this estate",
      "该小区有：{x}", "the estate has: {x}"),
  HOUSEHOLD_TWICE("household.twice", "同一单元的房号与第 {x} 行重复", "The stairwell has this door in row {x} already", "复制后忘了改",
      "a copied row was not changed"),
  STAIRWELL("household.stairwell", "该楼只有 {x} 个单元", "The building has {x} stairwells only", null, null),
  FEWER_STAIRWELLS("building.fewer-stairwells", "已登记的住户在第 {x} 单元，单元数不能更少",
      "There are households on record in stairwell {x}; it cannot have fewer", null, null),
  FLOOR("household.floor", "该楼只有 {x} 层", "The building has {x} storeys only", null, null),
  PHONE("phone.bad", "电话应是 7 至 15 位数字", "A phone number has 7 to 15 digits", null, null),
  WORK_ABSENT("work.absent", "菜单里没有这个编码", "The menu has no such code", "只能改菜单里已有的内容；不要改编码列",
      "only works of the menu can be changed; leave the codes alone"),
  WORK_TWICE("work.twice", "编码与第 {x} 行重复", "The code is that of row {x} already", "复制后忘了改", "a copied row was not changed"),
  HOUSEHOLDS_TOO_LARGE("area.households", "各户专有面积合计 {x} ㎡，大于本楼建筑面积",
      "Its households' exclusive areas sum up to {x} ㎡, more than the building", "某户面积多打了一位，或本楼面积填错",
      "a digit too many in a household, or the building's area is wrong"),
  BUILDINGS_TOO_LARGE("area.buildings", "各楼建筑面积合计 {x} ㎡，大于小区建筑面积",
      "Its buildings' floor areas sum up to {x} ㎡, more than the estate", "小区面积的单位用了万㎡", "the estate's area was entered in 10,000 ㎡");

  private final String code;
  private final String zh;
  private final String en;
  private final @Nullable String maybeZh;
  private final @Nullable String maybeEn;

  FaultKind(String code, String zh, String en, @Nullable String maybeZh, @Nullable String maybeEn) {
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.maybeZh = maybeZh;
    this.maybeEn = maybeEn;
  }

  /** The fault at a place; a hint that needs {@code x} is left out when there is none. */
  Fault at(Place place, @Nullable String value, @Nullable String against) {
    var shown = Texts.shorten(value == null ? "" : value);
    var x = against == null ? "" : against;
    boolean hint = maybeZh != null && !(maybeZh.contains("{x}") && x.isEmpty())
        && !(maybeZh.contains("{v}") && shown.isEmpty());
    return new Fault(place.sheet(), place.row(), place.column(), place.header(), code, shown,
        fill(zh, shown, x, place), fill(en, shown, x, place),
        hint && maybeZh != null ? "可能：" + fill(maybeZh, shown, x, place) : null,
        hint && maybeEn != null ? "Maybe: " + fill(maybeEn, shown, x, place) : null);
  }

  private static String fill(String template, String value, String against, Place place) {
    return template.replace("{v}", value).replace("{x}", against).replace("{h}", place.header());
  }

  /** Where in a workbook. */
  record Place(String sheet, int row, String column, String header) {

    static final Place FILE = new Place("", 0, "", "");

    static Place sheet(String sheet) {
      return new Place(sheet, 0, "", "");
    }

    static Place row(String sheet, int row) {
      return new Place(sheet, row, "", "");
    }
  }
}
