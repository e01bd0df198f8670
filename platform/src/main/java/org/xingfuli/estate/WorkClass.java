package org.xingfuli.estate;

/** The class of a work by 国办发〔2020〕23号; it says nothing about the sequence. */
public enum WorkClass {
  /** 基础类: safety and basic life, must be done. */
  BASIC,
  /** 完善类: convenience, where conditions and wish exist. */
  IMPROVED,
  /** 提升类: richer services. */
  ENHANCED
}
