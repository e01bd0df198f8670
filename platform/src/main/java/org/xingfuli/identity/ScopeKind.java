package org.xingfuli.identity;

/** How far an appointment reaches: an area of one of three levels, or one project. */
public enum ScopeKind {
  DISTRICT(6),
  STREET(9),
  COMMUNITY(12),
  PROJECT(0);

  private final int digits;

  ScopeKind(int digits) {
    this.digits = digits;
  }

  /** Whether the area code is one of this level; never for a project. */
  public boolean fits(String area) {
    return digits > 0 && area.length() == digits && area.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
