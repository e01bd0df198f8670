package org.xingfuli.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What identity needs to know of projects to turn an appointment into a scope; the programme, which stands above, answers.
 * Asked on every request of people appointed to projects or communities, inside a transaction that sees everything.
 */
public interface ProjectReach {

  /** Those of the projects that exist, each with what it goes on as in other years: an appointment holds for all of it. */
  List<ReachedProject> find(Collection<UUID> projects);

  /** The project and those it was carried over from, whose appointments are its own. */
  Set<UUID> lineOf(UUID project);

  /** The projects that renovate an estate of one of the communities (area codes of 12 digits). */
  Set<UUID> inCommunities(Collection<String> communities);

  /**
   * A project as an appointment sees it.
   *
   * @param area the street (9 digits) whose administrators may appoint to it
   * @param standsAs itself and what it goes on as in the years that took it over
   * @param estates the estates all of these renovate
   */
  record ReachedProject(UUID id, String name, String area, Set<UUID> standsAs, Set<UUID> estates) {}
}
