package org.xingfuli.identity.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.Words;

/** The role catalogue. */
@RestController
class RolesController {

  /** A role, how far it reaches, and what it permits. */
  record RoleView(Role code, Words name, ScopeKind scopeKind, List<Permission> permissions) {}

  @GetMapping("/api/roles")
  @Requires(Permission.PEOPLE_READ)
  List<RoleView> roles() {
    return Arrays.stream(Role.values())
        .map(role -> new RoleView(role, role.words(), role.scopeKind(), role.permissions().stream().sorted().toList()))
        .toList();
  }
}
