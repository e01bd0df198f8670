package org.xingfuli.identity.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be given a role.
 *
 * @param area area of the organisation, whose administrators look after the person
 * @param phone where messages reach the person at work
 * @param passwordHash absent until the person has set a password through a one-time link
 */
public record Person(
    UUID id, String signInName, String name, String title, UUID organisationId, String area, @Nullable String phone,
    @Nullable String passwordHash, @Nullable Instant passwordChangedAt, @Nullable Instant disabledAt) {

  public boolean disabled() {
    return disabledAt != null;
  }

  /** What the audit names; a title alone where the name says no more. */
  public String actor() {
    return name.equals(title) ? title : title + " " + name;
  }
}
