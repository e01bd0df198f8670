package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.programme.Planting;
import org.xingfuli.programme.ProjectDraft;
import org.xingfuli.programme.SizeClass;
import org.xingfuli.programme.flow.ArrangeProjects;
import org.xingfuli.programme.flow.CarryOver;
import org.xingfuli.programme.flow.ProjectQuantities;
import org.xingfuli.programme.flow.RemoveProject;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.Quantities;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.programme.store.TemplateStore;

/** The projects of a programme. */
@RestController
@RequestMapping("/api")
class ProjectController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final ProjectStore projects;
  private final TemplateStore templates;
  private final ProjectQuantities quantities;
  private final Estates estates;
  private final Names names;
  private final ArrangeProjects arrange;
  private final CarryOver carryOver;
  private final RemoveProject remove;

  ProjectController(Transactions transactions, ProgrammeStore programmes, ProjectStore projects,
      TemplateStore templates, ProjectQuantities quantities, Estates estates, Names names, ArrangeProjects arrange,
      CarryOver carryOver, RemoveProject remove) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.projects = projects;
    this.templates = templates;
    this.quantities = quantities;
    this.estates = estates;
    this.names = names;
    this.arrange = arrange;
    this.carryOver = carryOver;
    this.remove = remove;
  }

  /**
   * A project to add or change; what is absent keeps its value. A change may name the version seen.
   *
   * @param estates with shares; or {@code estateIds}, each wholly
   * @param sizeClass refused: a class is set with a reason on the score sheet ({@code PUT /api/projects/{id}/size-class})
   * @param clear what shall no longer be said: the earliest start; the class only on the score sheet
   * @param deliveryAgent an organisation by id or exact name, blank for nobody; likewise the others
   */
  record ProjectBody(
      @Nullable Integer version,
      @Nullable @Size(max = 80) String name,
      @Nullable List<@Valid ShareBody> estates,
      @Nullable List<UUID> estateIds,
      @Nullable @Size(max = 80) String deliveryAgent,
      @Nullable @Size(max = 80) String contractor,
      @Nullable @Size(max = 80) String supervisor,
      @Nullable SizeClass sizeClass,
      @Nullable Planting planting,
      @Nullable LocalDate earliestStart,
      @Nullable Set<ProjectDraft.Cleared> clear) {

    ProjectDraft draft(Names.Book names) {
      return new ProjectDraft(name, shares(), names.meant(deliveryAgent, "/deliveryAgent"),
          names.meant(contractor, "/contractor"), names.meant(supervisor, "/supervisor"), sizeClass, planting,
          earliestStart, clear == null ? Set.of() : clear);
    }

    private @Nullable List<ProjectDraft.EstateShare> shares() {
      if (estates != null) {
        return estates.stream().map(ShareBody::part).toList();
      }
      return estateIds == null ? null
          : estateIds.stream().map(id -> new ProjectDraft.EstateShare(id, BigDecimal.ONE)).toList();
    }
  }

  /** An estate and the share of it (above 0, at most 1; all of it when left out). */
  record ShareBody(@NotNull UUID id, @Nullable BigDecimal share) {
    ProjectDraft.EstateShare part() {
      return new ProjectDraft.EstateShare(id, share == null ? BigDecimal.ONE : share);
    }
  }

  /** Estates to make a project of, each its own. */
  record FromEstates(@NotEmpty @Size(max = 500) List<UUID> estateIds) {}

  /** Unfinished projects of another year, and why they were not finished there. */
  record CarryOverBody(
      @NotNull UUID fromProgramme, @NotEmpty @Size(max = 500) List<UUID> projectIds, @NotBlank @Size(max = 200) String reason) {}

  @GetMapping("/programmes/{id}/projects")
  @Requires(Permission.PROGRAMME_READ)
  List<ProjectRow> list(@PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      return rows(id, projects.ofProgramme(id));
    });
  }

  @PostMapping("/programmes/{id}/projects")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  ProjectRow add(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid ProjectBody body) {
    return one(arrange.add(key, id, body.draft(names.open())));
  }

  @PostMapping("/programmes/{id}/projects/from-estates")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  List<ProjectRow> fromEstates(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid FromEstates body) {
    var made = arrange.fromEstates(key, id, body.estateIds());
    return transactions.here(() -> rows(id, projects.list(made)));
  }

  @PostMapping("/programmes/{id}/carry-over")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  List<ProjectRow> carryOver(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid CarryOverBody body) {
    var made = carryOver.carryOver(key, id, body.fromProgramme(), body.projectIds(), body.reason());
    return transactions.here(() -> rows(id, projects.list(made)));
  }

  @PatchMapping("/projects/{id}")
  @Requires(Permission.PROGRAMME_EDIT)
  ProjectRow change(@PathVariable UUID id, @RequestBody @Valid ProjectBody body) {
    arrange.change(id, body.version(), body.draft(names.open()));
    return one(id);
  }

  @DeleteMapping("/projects/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PROGRAMME_EDIT)
  void remove(@PathVariable UUID id) {
    remove.remove(id);
  }

  private ProjectRow one(UUID id) {
    return transactions.here(() -> {
      var project = projects.find(id).orElseThrow(Unknown::row);
      return rows(project.programmeId(), List.of(project)).getFirst();
    });
  }

  private List<ProjectRow> rows(UUID programmeId, List<Project> rows) {
    var book = names.open();
    var amounts = quantities.of(rows);
    var called = estates.names(
        rows.stream().flatMap(p -> p.estates().stream()).map(Project.Share::estateId).distinct().toList());
    var activities = templates.activities(programmeId).size();
    var finished = projects.finished(programmeId);
    var carried = projects.carriedOver(programmeId);
    return rows.stream().map(project -> ProjectRow.of(project, book, called,
        amounts.getOrDefault(project.id(), Quantities.NONE), activities, finished.contains(project.id()), carried)).toList();
  }
}
