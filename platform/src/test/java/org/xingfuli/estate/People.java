package org.xingfuli.estate;

import java.util.Set;
import java.util.UUID;
import org.xingfuli.database.Scope;

/** Scopes of people at their desks. */
final class People {

  static final Scope PLANNER = person("计划员", "320613");
  static final Scope OFFICER_OF_HONGQIAO = person("虹桥街道专员", "320613005");
  static final Scope OFFICER_OF_XUETIAN = person("学田街道专员", "320613006");
  static final Scope SECRETARY_OF_A_COMMUNITY = person("社区书记", "320613005001");

  private People() {}

  static Scope person(String title, String... areas) {
    return new Scope(Scope.Kind.PERSON, UUID.randomUUID(), title, Set.of(areas), Set.of(), Set.of());
  }
}
