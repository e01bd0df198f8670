package org.xingfuli.identity.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.wire.ListBook;

/** The people the caller looks after as a workbook, a row for each appointment. */
@RestController
@RequestMapping("/api/people.xlsx")
class PeopleBookController {

  private final PeopleList list;

  PeopleBookController(PeopleList list) {
    this.list = list;
  }

  @GetMapping(produces = ListBook.TYPE)
  @Requires(Permission.PEOPLE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> peopleBook(@RequestParam(required = false) @Nullable String query) {
    return ListBook.answer("人员", List.of("姓名 Name", "职务 Title", "登录名 Sign-in name", "单位 Organisation", "状态 State",
        "角色 Role", "范围 Scope", "任职起 From", "任职止 To"), list.all(query).stream().flatMap(PeopleBookController::rows).toList());
  }

  private static Stream<List<@Nullable Object>> rows(PersonRow person) {
    var state = person.disabled() ? "停用" : person.hasPassword() ? "启用" : "未设密码";
    if (person.appointments().isEmpty()) {
      return Stream.of(Arrays.<@Nullable Object>asList(person.name(), person.title(), person.signInName(),
          person.organisationName(), state, null, null, null, null));
    }
    return person.appointments().stream().map(held -> Arrays.<@Nullable Object>asList(person.name(), person.title(),
        person.signInName(), person.organisationName(), state, held.roleName().zh(),
        held.projectName() == null ? held.areaName() : held.projectName(), held.validFrom(), held.validTo()));
  }
}
