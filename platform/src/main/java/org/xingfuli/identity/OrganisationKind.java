package org.xingfuli.identity;

import java.util.Set;

/** What an organisation is to the renovation. The first three form the tree of areas. */
public enum OrganisationKind {
  DISTRICT,
  STREET,
  COMMUNITY,
  DELIVERY_AGENT,
  CONTRACTOR,
  SUPERVISOR,
  UTILITY,
  PROPERTY_MANAGER,
  DEPARTMENT;

  private static final Set<OrganisationKind> AREAS = Set.of(DISTRICT, STREET, COMMUNITY);

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
