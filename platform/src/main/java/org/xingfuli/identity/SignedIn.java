package org.xingfuli.identity;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.xingfuli.access.Permission;
import org.xingfuli.database.Scope;

/**
 * What a signed-in person is and may do at this moment; read again for every request.
 *
 * @param actor what the audit names
 * @param mustChangePassword nothing else is allowed before the password has been changed
 */
public record SignedIn(
    UUID personId, String signInName, String name, String title, String actor, List<Grant> grants,
    boolean mustChangePassword) {

  /**
   * What one appointment gives: the role's permissions, and only within this reach.
   *
   * @param estates estates of the project appointed to
   * @param projects the project appointed to, or those that touch the community
   */
  public record Grant(Role role, Set<String> areas, Set<UUID> estates, Set<UUID> projects) {}

  public SignedIn {
    grants = List.copyOf(grants);
  }

  /** Everything any of the appointments permits. */
  public Set<Permission> permissions() {
    var all = EnumSet.of(Permission.SESSION);
    grants.forEach(grant -> all.addAll(grant.role().permissions()));
    return all;
  }

  public boolean may(Permission permission) {
    return permission == Permission.SESSION || permissions().contains(permission);
  }

  /**
   * How far the permission reaches: the appointments that give it, and no others. A street officer who is also secretary of a
   * community elsewhere edits estates in the street only.
   */
  public Scope scopeFor(Permission permission) {
    return scope(grant -> permission == Permission.SESSION || grant.role().permissions().contains(permission));
  }

  private Scope scope(Predicate<Grant> counts) {
    var areas = new HashSet<String>();
    var estates = new HashSet<UUID>();
    var projects = new HashSet<UUID>();
    grants.stream().filter(counts).forEach(grant -> {
      areas.addAll(grant.areas());
      estates.addAll(grant.estates());
      projects.addAll(grant.projects());
    });
    return new Scope(Scope.Kind.PERSON, personId, actor, areas, estates, projects);
  }
}
