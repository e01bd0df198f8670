package org.xingfuli.identity;

import java.util.Set;

/** What an organisation is to the renovation. The first three form the tree of areas. */
public enum OrganisationKind {
  DISTRICT("区", "District"),
  STREET("街道", "Street"),
  COMMUNITY("社区", "Community"),
  DELIVERY_AGENT("代建单位", "Delivery agent"),
  CONTRACTOR("施工单位", "Contractor"),
  SUPERVISOR("监理单位", "Supervisor"),
  UTILITY("公用单位", "Utility"),
  PROPERTY_MANAGER("物业公司", "Property manager"),
  DEPARTMENT("条线部门", "Department");

  private static final Set<OrganisationKind> AREAS = Set.of(DISTRICT, STREET, COMMUNITY);

  private final Words words;

  OrganisationKind(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  /** Whether it has an area code of its own. */
  public boolean isArea() {
    return AREAS.contains(this);
  }

  /** How many digits its area code has; 0 where it has none. */
  public int digits() {
    return switch (this) {
      case DISTRICT -> 6;
      case STREET -> 9;
      case COMMUNITY -> 12;
      default -> 0;
    };
  }
}
