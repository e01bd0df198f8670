package org.xingfuli.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Role;

/** Who is told. */
public sealed interface Audience {

  /** One person. */
  record Person(UUID id) implements Audience {}

  /**
   * All who hold the role at the moment it is told.
   *
   * @param area only those whose office reaches it
   * @param project only those appointed to it
   */
  record Holders(Role role, @Nullable String area, @Nullable UUID project) implements Audience {}

  /** Somebody outside, such as the contact of an estate: a telephone number and nothing more. */
  record Contact(String telephone) implements Audience {}
}
