package org.xingfuli.estate.model;

/** The condition of what was looked at; the words follow 房屋完损等级 [recall], unconfirmed with the survey's edition. */
public enum Grade {
  GOOD,
  FAIR,
  POOR,
  BAD,
  /** There is none of it. */
  NONE
}
