package org.xingfuli.database;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose eyes a transaction looks with; row-level security shows only what the scope reaches.
 *
 * @param kind nobody, a signed-in person, or the system itself
 * @param principal id of the person or of the system task
 * @param actor what the audit names: the person's title and name, or the task such as {@code command.rebuild}
 * @param areas area codes whose rows are seen, with everything below them (district, street, community)
 * @param estates single estates seen beside the areas, from appointments to projects
 * @param projects single projects seen beside the areas
 * @param token with which a machine acts for the person; absent when the person acts
 */
public record Scope(
    Kind kind, UUID principal, String actor, Set<String> areas, Set<UUID> estates, Set<UUID> projects,
    @Nullable UUID token) {

  /** NONE sees no guarded row; SYSTEM sees all and is only taken by {@link SystemScope}. */
  public enum Kind { NONE, PERSON, SYSTEM }

  /** So many digits of an area's code name its district, and so many its street. */
  private static final int DISTRICT = 6;
  private static final int STREET = 9;

  private static final UUID NOBODY = new UUID(0, 0);

  public Scope {
    areas = Set.copyOf(areas);
    estates = Set.copyOf(estates);
    projects = Set.copyOf(projects);
  }

  public Scope(Kind kind, UUID principal, String actor, Set<String> areas, Set<UUID> estates, Set<UUID> projects) {
    this(kind, principal, actor, areas, estates, projects, null);
  }

  /** Whether it sees what stands in the area, or of the estate: the same as {@code database.sees} of the database. */
  public boolean sees(String area, @Nullable UUID estate) {
    return kind == Kind.SYSTEM || seesArea(area) || estate != null && estates.contains(estate);
  }

  /** Whether it sees what stands in the area: the same as {@code database.sees_area} of the database. */
  public boolean seesArea(String area) {
    return kind == Kind.SYSTEM || areas.contains(area) || areas.contains(beginning(area, DISTRICT)) || areas.contains(beginning(area, STREET));
  }

  private static String beginning(String area, int digits) {
    return area.substring(0, Math.min(area.length(), digits));
  }

  /** Sees no guarded row at all. */
  public static Scope none() {
    return new Scope(Kind.NONE, NOBODY, "nobody", Set.of(), Set.of(), Set.of());
  }
}
