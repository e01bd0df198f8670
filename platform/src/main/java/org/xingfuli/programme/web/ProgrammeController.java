package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.flow.Calendars;
import org.xingfuli.programme.flow.EditProgramme;
import org.xingfuli.programme.flow.EditRules;
import org.xingfuli.programme.flow.OpenProgramme;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.ProgrammeNode;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlanStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;

/** Programmes: the years there are, and their nodes. */
@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final PlanStore plans;
  private final Calendars calendars;
  private final OpenProgramme open;
  private final EditProgramme edit;
  private final EditRules rules;

  ProgrammeController(Transactions transactions, ProgrammeStore programmes, ProjectStore projects, PlanStore plans,
      Calendars calendars, OpenProgramme open, EditProgramme edit, EditRules rules) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.plans = plans;
    this.calendars = calendars;
    this.open = open;
    this.edit = edit;
    this.rules = rules;
  }

  /** A year to open; it starts on 1 September of the year before unless said otherwise. */
  record NewProgramme(@NotNull Integer year, @NotBlank @Size(max = 80) String name, @Nullable LocalDate starts) {}

  /** A node's date and weight. A date somebody chose is confirmed, unless said otherwise, as when it is taken back. */
  record NodeEdit(
      @Nullable Integer version,
      @NotNull LocalDate nominalDate,
      @NotNull Integer weight,
      @Nullable Boolean unconfirmed) {

    ProgrammeNode of(ProgrammeNode node) {
      return node.on(nominalDate, weight, unconfirmed != null && unconfirmed);
    }
  }

  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<ProgrammeRow> list() {
    return transactions.here(() -> programmes.all().stream().map(this::row).toList());
  }

  @GetMapping("/{id}")
  @Requires(Permission.PROGRAMME_READ)
  ProgrammeRow one(@PathVariable UUID id) {
    return transactions.here(() -> row(programmes.find(id).orElseThrow(Unknown::row)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  ProgrammeRow open(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewProgramme body) {
    return one(open.open(key, body.year(), body.name(), body.starts()));
  }

  /** Changes the rules, the name or the start; plans already made keep their dates. */
  @PutMapping("/{id}/rules")
  @Requires(Permission.PROGRAMME_EDIT)
  ProgrammeRow editRules(@PathVariable UUID id, @RequestBody @Valid ProgrammeRow.RulesEdit body) {
    rules.edit(id, body.version(), body::of);
    return one(id);
  }

  @GetMapping("/{id}/nodes")
  @Requires(Permission.PROGRAMME_READ)
  List<NodeRow> nodes(@PathVariable UUID id) {
    var calendar = calendars.current();
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return programmes.nodes(id).stream().map(node -> NodeRow.of(node, calendar)).toList();
    });
  }

  @PutMapping("/{id}/nodes/{nodeId}")
  @Requires(Permission.PROGRAMME_EDIT)
  NodeRow editNode(@PathVariable UUID id, @PathVariable UUID nodeId, @RequestBody @Valid NodeEdit body) {
    edit.node(id, nodeId, body.version(), body::of);
    return nodes(id).stream().filter(row -> row.id().equals(nodeId)).findFirst().orElseThrow(Unknown::row);
  }

  private ProgrammeRow row(Programme programme) {
    var held = projects.ofProgramme(programme.id());
    var estates = held.stream().flatMap(project -> project.estates().stream()).map(Project.Share::estateId)
        .distinct().count();
    var frozen = plans.frozen(programme.id())
        .map(plan -> new ProgrammeRow.FrozenPlan(plan.id(), plan.version(), plan.frozenAt())).orElse(null);
    return new ProgrammeRow(programme.id(), programme.year(), programme.name(), programme.starts(), held.size(),
        (int) estates, frozen, programme.rules(), programme.version());
  }
}
