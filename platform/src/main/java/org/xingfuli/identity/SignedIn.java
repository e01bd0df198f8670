package org.xingfuli.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xingfuli.access.Permission;
import org.xingfuli.database.Scope;

/**
 * What a signed-in person is and may do at this moment; read again for every request.
 *
 * @param actor what the audit names
 * @param mustChangePassword nothing else is allowed before the password has been changed
 * @param proof how it was shown that it is this person
 */
public record SignedIn(
    UUID personId, String signInName, String name, String title, String actor, List<Grant> grants,
    boolean mustChangePassword, Proof proof) {

  /**
   * What one appointment gives: the role's permissions, and only within this reach.
   *
   * @param estates estates of the project appointed to
   * @param projects the project appointed to, or those that touch the community
   */
  public record Grant(Role role, Set<String> areas, Set<UUID> estates, Set<UUID> projects) {

    /** Whether the area lies within one of the grant's. */
    public boolean over(String area) {
      return areas.stream().anyMatch(area::startsWith);
    }
  }

  /**
   * How it was shown that it is this person.
   *
   * @param enrolled whether the person has a second factor
   * @param demanded whether a role of the person demands one
   * @param secondFactorAt when it was last shown in this session
   * @param token the machine's, where a machine asks
   */
  public record Proof(boolean enrolled, boolean demanded, @Nullable Instant secondFactorAt, @Nullable Token token) {

    /** Nothing else is allowed before there is a second factor. */
    public boolean mustEnrol() {
      return demanded && !enrolled && secondFactorAt == null;
    }
  }

  /** A machine's token and what it is limited to. */
  public record Token(UUID id, Set<Permission> limits) {
    public Token {
      limits = Set.copyOf(limits);
    }
  }

  public SignedIn {
    grants = List.copyOf(grants);
  }

  /** The person, whose second factor was shown then. */
  public SignedIn shownAt(@Nullable Instant secondFactorAt) {
    return with(new Proof(proof.enrolled(), proof.demanded(), secondFactorAt, proof.token()));
  }

  /** The person, as far as a token reaches. */
  public SignedIn byToken(Token token) {
    return with(new Proof(proof.enrolled(), proof.demanded(), null, token));
  }

  private SignedIn with(Proof other) {
    return new SignedIn(personId, signInName, name, title, actor, grants, mustChangePassword, other);
  }

  /** Everything any of the appointments permits. */
  public Set<Permission> permissions() {
    var all = EnumSet.of(Permission.SESSION);
    grants.forEach(grant -> all.addAll(grant.role().permissions()));
    var token = proof.token();
    if (token != null) {
      all.removeIf(permission -> permission != Permission.SESSION && !token.limits().contains(permission));
    }
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
    var token = proof.token();
    return new Scope(Scope.Kind.PERSON, personId, actor, areas, estates, projects, token == null ? null : token.id());
  }
}
