package org.xingfuli.appeal;

import org.xingfuli.identity.Words;

/** The way an appeal came in. */
public enum Channel {
  HOTLINE_12345("12345热线", "12345 hotline"),
  WOODPECKER("啄木鸟平台", "Woodpecker platform"),
  RECEPTION("居民接待点", "Reception point"),
  RESIDENT_PAGE("居民页面", "Resident page"),
  LETTER("来信", "Letter"),
  VISIT("来访", "Visit"),
  PHONE("来电", "Telephone call"),
  OPEN311("开放接口", "Open311"),
  GRID_WORKER("网格员", "Grid worker");

  private final Words words;

  Channel(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
