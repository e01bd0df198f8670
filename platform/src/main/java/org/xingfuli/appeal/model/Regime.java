package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;

/** Which law or body of rules a limit comes from. */
public enum Regime {
  /** The rules of the 12345 hotline, which are local. */
  HOTLINE("12345工单", "Hotline 12345"),
  /** 信访条例 until 2022-04-30, 信访工作条例 from 2022-05-01. */
  PETITION("信访", "Petitions"),
  /** 城镇燃气管理条例. */
  GAS("燃气", "Gas"),
  /** 建设工程质量管理条例 and the warranty that came with the works. */
  WARRANTY("质保", "Warranty");

  private final Words words;

  Regime(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }
}
