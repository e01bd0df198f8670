package org.xingfuli.programme;

/** One text in the two languages of the house, Chinese first. */
public record Words(String zh, String en) {

  public static Words of(String zh, String en) {
    return new Words(zh, en);
  }
}
