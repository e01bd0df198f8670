package org.xingfuli.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.flow.AddOrganisation;
import org.xingfuli.identity.flow.ChangeOrganisation;
import org.xingfuli.identity.flow.CloseOrganisation;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Mask;

/**
 * The organisation tree. Everybody signed in may see it: it names offices and firms. Whom to ask for may be a person and is
 * masked for all but those who look after people.
 */
@RestController
class OrganisationsController {

  private final Organisations organisations;
  private final AddOrganisation add;
  private final ChangeOrganisation change;
  private final CloseOrganisation close;

  OrganisationsController(
      Organisations organisations, AddOrganisation add, ChangeOrganisation change, CloseOrganisation close) {
    this.organisations = organisations;
    this.add = add;
    this.change = change;
    this.close = close;
  }

  /** An organisation to add; a street or community with its area code, a utility with its service. */
  record NewOrganisation(
      @NotNull UUID parentId, @NotNull OrganisationKind kind, @NotBlank @Size(max = 100) String name,
      @Nullable String area, @Nullable UtilityService service, @Nullable @Size(max = 50) String contact,
      @Nullable @Size(max = 20) String phone, @Nullable @Size(max = 200) String address) {}

  /** What changes; what is left out stays, and an empty contact, phone or address is taken away. */
  record OrganisationChange(
      @Nullable @Size(max = 100) String name, @Nullable UUID parentId, @Nullable UtilityService service,
      @Nullable @Size(max = 50) String contact, @Nullable @Size(max = 20) String phone,
      @Nullable @Size(max = 200) String address) {}

  @GetMapping("/api/organisations")
  @Requires(Permission.SESSION)
  List<Organisation> list(@AuthenticationPrincipal SignedIn person) {
    return shown(person);
  }

  /** Contacts in clear for those who keep people or give them rights; the auditor and everybody else read them masked. */
  private List<Organisation> shown(SignedIn person) {
    var all = organisations.all();
    return person.may(Permission.PEOPLE_MANAGE) || person.may(Permission.RIGHTS_GRANT) ? all
        : all.stream().map(OrganisationsController::masked).toList();
  }

  private static Organisation masked(Organisation o) {
    return new Organisation(o.id(), o.parentId(), o.kind(), o.name(), o.area(), o.service(), Mask.name(o.contact()),
        o.phone(), o.address(), o.closed());
  }

  /** The tree as a workbook. */
  @GetMapping(path = "/api/organisations.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PEOPLE_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> organisationsBook(@AuthenticationPrincipal SignedIn person) {
    var all = shown(person);
    var names = all.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    return ListBook.answer("单位", List.of("名称 Name", "类别 Kind", "上级 Belongs to", "区划代码 Area code", "服务 Service",
        "联系人 Contact", "电话 Phone", "地址 Address", "状态 State"), all.stream().<List<@Nullable Object>>map(o -> Arrays.asList(
            o.name(), o.kind().words().zh(), o.parentId() == null ? null : names.get(o.parentId()), o.area(),
            o.service() == null ? null : o.service().words().zh(), o.contact(), o.phone(), o.address(),
            o.closed() ? "已关闭" : "正常")).toList());
  }

  @PostMapping("/api/organisations")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PEOPLE_MANAGE)
  Organisation add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody NewOrganisation wanted) {
    return add.add(key, new AddOrganisation.Wanted(wanted.parentId(), wanted.kind(), wanted.name(), wanted.area(),
        wanted.service(), wanted.contact(), wanted.phone(), wanted.address()));
  }

  @PatchMapping("/api/organisations/{id}")
  @Requires(Permission.PEOPLE_MANAGE)
  Organisation change(@PathVariable UUID id, @Valid @RequestBody OrganisationChange wanted) {
    return change.change(id, new ChangeOrganisation.Change(wanted.name(), wanted.parentId(), wanted.service(),
        wanted.contact(), wanted.phone(), wanted.address()));
  }

  /** Closes an organisation in which nobody works any more; it is kept for what it has done. */
  @PostMapping("/api/organisations/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PEOPLE_MANAGE)
  void close(@PathVariable UUID id) {
    close.close(id);
  }

  @PostMapping("/api/organisations/{id}/reopen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PEOPLE_MANAGE)
  void reopen(@PathVariable UUID id) {
    close.reopen(id);
  }
}
