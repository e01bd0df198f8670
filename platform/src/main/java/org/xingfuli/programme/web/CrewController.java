package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.flow.AddCrew;
import org.xingfuli.programme.flow.EditProgramme;
import org.xingfuli.programme.flow.RemoveCrew;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;

/** The crews a programme's projects share. */
@RestController
@RequestMapping("/api/programmes/{id}/crews")
class CrewController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final EditProgramme edit;
  private final AddCrew add;
  private final RemoveCrew remove;

  CrewController(Transactions transactions, ProgrammeStore programmes, TemplateStore templates, EditProgramme edit,
      AddCrew add, RemoveCrew remove) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.templates = templates;
    this.edit = edit;
    this.add = add;
    this.remove = remove;
  }

  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<CrewRow> crews(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return templates.crews(id).stream().map(CrewRow::of).toList();
    });
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  CrewRow addCrew(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid CrewRow.Addition body) {
    var crew = body.crew();
    add.add(key, id, crew, body.after());
    return one(id, crew.code());
  }

  @PutMapping("/{code}")
  @Requires(Permission.PROGRAMME_EDIT)
  CrewRow editCrew(@PathVariable UUID id, @PathVariable String code, @RequestBody @Valid CrewRow.Edit body) {
    edit.crew(id, code, body.version(), body::of);
    return one(id, code);
  }

  /** Removes a crew no activity of the template asks for. */
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void removeCrew(
      @PathVariable UUID id, @PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
    remove.remove(id, code, version);
  }

  private CrewRow one(UUID id, String code) {
    return crews(id).stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow(Unknown::row);
  }
}
