package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.ScopeKind;
import org.xingfuli.identity.Words;
import org.xingfuli.wire.ListBook;

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

  /** The same as a workbook: a row a right, a column a role. */
  @GetMapping(path = "/api/roles.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PEOPLE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> rightsBook() {
    var roles = roles();
    var heads = new ArrayList<>(List.of("权限 Right", "代码 Code"));
    roles.forEach(role -> heads.add(role.name().zh() + " " + role.name().en()));
    var rows = Arrays.stream(Permission.values()).filter(right -> right != Permission.SESSION).map(right -> {
      var cells = new ArrayList<@Nullable Object>(List.of(Rights.word(right), right.name()));
      roles.forEach(role -> cells.add(role.permissions().contains(right) ? "●" : null));
      return (List<@Nullable Object>) cells;
    }).toList();
    return ListBook.answer("角色权限", heads, rows);
  }
}
