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
import org.xingfuli.programme.flow.AddActivity;
import org.xingfuli.programme.flow.EditProgramme;
import org.xingfuli.programme.flow.RemoveActivity;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.TemplateStore;

/** The template a programme's projects are expanded from, row by row. */
@RestController
@RequestMapping("/api/programmes/{id}/template")
class TemplateController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final TemplateStore templates;
  private final EditProgramme edit;
  private final AddActivity add;
  private final RemoveActivity remove;

  TemplateController(Transactions transactions, ProgrammeStore programmes, TemplateStore templates, EditProgramme edit,
      AddActivity add, RemoveActivity remove) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.templates = templates;
    this.edit = edit;
    this.add = add;
    this.remove = remove;
  }

  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<TemplateRow> template(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return templates.activities(id).stream().map(TemplateRow::of).toList();
    });
  }

  /** Adds a row, also one that was removed before; it is refused with all its faults at once. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  TemplateRow addActivity(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid TemplateRow.Addition body) {
    var wanted = body.wanted();
    add.add(key, id, wanted);
    return one(id, wanted.activity().code());
  }

  @PutMapping("/{code}")
  @Requires(Permission.PROGRAMME_EDIT)
  TemplateRow editActivity(
      @PathVariable UUID id, @PathVariable String code, @RequestBody @Valid TemplateRow.Edit body) {
    edit.activity(id, code, body.version(), body.change());
    return one(id, code);
  }

  /** Removes a row; whoever waited for it waits no longer. */
  @DeleteMapping("/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void removeActivity(
      @PathVariable UUID id, @PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
    remove.remove(id, code, version);
  }

  private TemplateRow one(UUID id, String code) {
    return template(id).stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow(Unknown::row);
  }
}
