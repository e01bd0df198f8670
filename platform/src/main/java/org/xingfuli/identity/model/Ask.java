package org.xingfuli.identity.model;

import java.util.Set;
import org.xingfuli.identity.Role;

/** What two people have to ask for before it is done; docs/decisions/0013, 0014 and 0017. */
public enum Ask {
  PASSWORD_LINK(Set.of(Role.ADMINISTRATOR)),
  SECOND_FACTOR_RESET(Role.SEPARATED);

  private final Set<Role> binding;

  Ask(Set<Role> binding) {
    this.binding = binding;
  }

  /** Whoever gave another one of these hats has the other in hand. */
  public Set<Role> binding() {
    return binding;
  }
}
