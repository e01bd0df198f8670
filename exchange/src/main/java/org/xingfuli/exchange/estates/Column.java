package org.xingfuli.exchange.estates;

/**
 * A column of one of the sheets.
 *
 * @param zh header, Chinese; the name by which it is found
 * @param en header, English
 * @param required whether every row must fill it in
 * @param text whether it holds text, so that Excel must not turn 3-2 into a date
 * @param helpZh meaning, unit and allowed values
 */
record Column(String zh, String en, boolean required, boolean text, String helpZh, String helpEn) {

  static Column text(String zh, String en, boolean required, String helpZh, String helpEn) {
    return new Column(zh, en, required, true, helpZh, helpEn);
  }

  static Column number(String zh, String en, boolean required, String helpZh, String helpEn) {
    return new Column(zh, en, required, false, helpZh, helpEn);
  }

  /** What is written above the column: Chinese, an asterisk where it is required, English on the second line. */
  String header() {
    return zh + (required ? " *" : "") + "\n" + en;
  }
}
