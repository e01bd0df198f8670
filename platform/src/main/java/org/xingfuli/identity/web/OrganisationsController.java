package org.xingfuli.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.flow.AddOrganisation;
import org.xingfuli.identity.flow.ChangeOrganisation;

/** The organisation tree. Everybody signed in may see it; it names offices and firms, no persons. */
@RestController
@RequestMapping("/api/organisations")
class OrganisationsController {

  private final Organisations organisations;
  private final AddOrganisation add;
  private final ChangeOrganisation change;

  OrganisationsController(Organisations organisations, AddOrganisation add, ChangeOrganisation change) {
    this.organisations = organisations;
    this.add = add;
    this.change = change;
  }

  /** An organisation to add; a street or community with its area code. */
  record NewOrganisation(
      @NotNull UUID parentId, @NotNull OrganisationKind kind, @NotBlank @Size(max = 100) String name,
      @Nullable String area) {}

  /** What changes; what is left out stays. */
  record OrganisationChange(@Nullable @Size(max = 100) String name, @Nullable UUID parentId) {}

  @GetMapping
  @Requires(Permission.SESSION)
  List<Organisation> list() {
    return organisations.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PEOPLE_MANAGE)
  Organisation add(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody NewOrganisation wanted) {
    return add.add(key, new AddOrganisation.Wanted(wanted.parentId(), wanted.kind(), wanted.name(), wanted.area()));
  }

  @PatchMapping("/{id}")
  @Requires(Permission.PEOPLE_MANAGE)
  Organisation change(@PathVariable UUID id, @Valid @RequestBody OrganisationChange wanted) {
    return change.change(id, wanted.name(), wanted.parentId());
  }
}
