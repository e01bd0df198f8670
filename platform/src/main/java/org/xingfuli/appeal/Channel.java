package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** The way an appeal came in. */
public enum Channel {
  HOTLINE_12345("12345热线", "Hotline 12345"),
  WOODPECKER("啄木鸟", "Woodpecker"),
  RECEPTION("接待点", "Reception point"),
  RESIDENT_PAGE("居民页面", "Resident page"),
  LETTER("来信", "Letter"),
  VISIT("来访", "Visit"),
  PHONE("电话", "Telephone"),
  OPEN311("开放接口", "Open interface"),
  GRID_WORKER("网格员", "Grid worker");

  private final Words words;

  Channel(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
