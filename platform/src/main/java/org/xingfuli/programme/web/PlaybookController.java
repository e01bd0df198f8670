package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.programme.flow.ImprovePlaybook;
import org.xingfuli.programme.model.CrewNeed;
import org.xingfuli.programme.model.Lesson;
import org.xingfuli.programme.model.Playbook;
import org.xingfuli.programme.model.Programme;
import org.xingfuli.programme.model.Relation;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.PlaybookStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.ListBook;

/** The playbook: versions of the template, what finished projects teach, and the next version made of what is accepted. */
@RestController
@RequestMapping("/api/playbook")
class PlaybookController {

  private final Transactions transactions;
  private final PlaybookStore playbooks;
  private final ProgrammeStore programmes;
  private final ImprovePlaybook improve;

  PlaybookController(Transactions transactions, PlaybookStore playbooks, ProgrammeStore programmes, ImprovePlaybook improve) {
    this.transactions = transactions;
    this.playbooks = playbooks;
    this.programmes = programmes;
    this.improve = improve;
  }

  /** A version, without its rows; {@code years} started from it. */
  record VersionRow(
      int version, int basedOn, List<Playbook.Source> sources, int accepted, int rejected, int activities, int unconfirmed,
      String note, @Nullable LocalDate createdOn, @Nullable Instant createdAt, String createdBy, List<Integer> years) {}

  /** A version with its rows and with what was decided when it was made. */
  record VersionView(VersionRow head, List<TemplateRow> template, List<Playbook.Decision> decisions) {}

  /** A row that differs between two versions. */
  record ChangeRow(
      String code, @Nullable TemplateRow before, @Nullable TemplateRow after) {}

  /** What finished projects teach about the version named. */
  record Lessons(int version, List<Playbook.Source> projects, List<Lesson> lessons) {}

  /** What is decided of the lessons of these projects; {@code version} is the one they were read against. */
  record DecisionsBody(
      @NotNull Integer version, @NotEmpty @Size(max = 60) List<@NotNull UUID> projects,
      @NotEmpty @Size(max = 200) List<@Valid DecisionBody> decisions, @Nullable @Size(max = 200) String note) {}

  /** What is decided of one lesson. */
  record DecisionBody(
      @NotNull Lesson.Kind kind, @NotBlank String activity, @NotNull String relation, @NotNull Integer to,
      boolean accepted, @NotNull @Size(max = 200) String reason) {}

  @GetMapping
  @Requires(Permission.PROGRAMME_READ)
  List<VersionRow> versions() {
    return transactions.here(() -> {
      var used = playbooks.used();
      var years = programmes.all();
      return playbooks.all().stream().map(each -> new VersionRow(each.version(), each.basedOn(), each.sources(),
          (int) each.decisions().stream().filter(Playbook.Decision::accepted).count(),
          (int) each.decisions().stream().filter(one -> !one.accepted()).count(), each.template().size(),
          (int) each.template().stream().filter(row -> row.assumption()).count(), each.note(), each.createdOn(),
          each.createdAt(), each.createdBy(), years.stream()
              .filter(year -> used.getOrDefault(year.id(), 1) == each.version()).map(Programme::year).toList())).toList();
    });
  }

  @GetMapping("/{version}")
  @Requires(Permission.PROGRAMME_READ)
  VersionView version(@PathVariable int version) {
    return transactions.here(() -> {
      var found = playbooks.find(version).orElseThrow(Unknown::row);
      return new VersionView(versions().stream().filter(row -> row.version() == version).findFirst().orElseThrow(),
          found.template().stream().map(TemplateRow::of).toList(), found.decisions());
    });
  }

  /** The rows that differ between two versions. */
  @GetMapping("/{version}/changes")
  @Requires(Permission.PROGRAMME_READ)
  List<ChangeRow> changes(@PathVariable int version, @RequestParam(required = false) @Nullable Integer against) {
    return transactions.here(() -> {
      var later = playbooks.find(version).orElseThrow(Unknown::row);
      var earlier = playbooks.find(against == null ? Math.max(1, later.basedOn()) : against).orElseThrow(Unknown::row);
      return later.against(earlier).stream().map(each -> new ChangeRow(each.code(),
          each.before() == null ? null : TemplateRow.of(each.before()),
          each.after() == null ? null : TemplateRow.of(each.after()))).toList();
    });
  }

  /** Finished projects of all years. */
  @GetMapping("/finished")
  @Requires(Permission.PROGRAMME_READ)
  List<Playbook.Source> finished() {
    return improve.finished();
  }

  /** What finished projects teach; all of them when none is named. */
  @GetMapping("/lessons")
  @Requires(Permission.PLAYBOOK_EDIT)
  Lessons lessons(@RequestParam(required = false) @Nullable List<UUID> projects) {
    return transactions.here(() -> {
      var finished = improve.finished();
      var chosen = projects == null || projects.isEmpty() ? finished
          : finished.stream().filter(each -> projects.contains(each.projectId())).toList();
      return new Lessons(playbooks.newest().version(), chosen,
          improve.lessons(chosen.stream().map(Playbook.Source::projectId).toList()));
    });
  }

  /** One row for each project a lesson rests on. */
  @GetMapping(path = "/lessons.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PLAYBOOK_EDIT)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> lessonBook(@RequestParam(required = false) @Nullable List<UUID> projects) {
    var read = lessons(projects);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var lesson : read.lessons()) {
      for (var told : lesson.evidence()) {
        rows.add(Arrays.asList(read.version(), lesson.activity(), lesson.name().zh(), lesson.name().en(),
            lesson.kind() == Lesson.Kind.DURATION ? "参照工期" : "搭接间隔", lesson.relation(), lesson.from(), lesson.to(),
            told.code(), told.name(), told.planned(), told.actual(), told.lost(), told.quantity()));
      }
    }
    return ListBook.answer("样板经验", List.of("样板版本 Version", "编号 Code", "工序 Activity", "Activity", "改什么 What", "前置 Relation",
        "现为天 Days now", "建议天 Days proposed", "项目编号 Project code", "项目 Project", "样板折算天 Planned", "实际天 Actual",
        "其中损失天 Lost", "工程量 Quantity"), rows);
  }

  @PostMapping("/versions")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAYBOOK_EDIT)
  VersionView decide(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid DecisionsBody body) {
    return version(improve.decide(key, body.version(), body.projects(), body.decisions().stream()
        .map(each -> new ImprovePlaybook.Decided(each.kind(), each.activity(), each.relation(), each.to(), each.accepted(),
            each.reason())).toList(), body.note() == null ? "" : body.note()));
  }

  @GetMapping(path = "/{version}/template.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable int version) {
    var found = transactions.here(() -> playbooks.find(version).orElseThrow(Unknown::row));
    return ListBook.answer("样板 v" + version, List.of("编号 Code", "工序 Activity", "Activity", "阶段 Phase", "参照工期天 Days",
        "折算依据 Driver", "参照量 Reference", "单位 Unit", "班组 Crews", "前置 Predecessors", "待确认 Unconfirmed", "依据 Source"),
        found.template().stream().map(row -> Arrays.<@Nullable Object>asList(row.code(), row.name().zh(), row.name().en(),
            row.phase(), row.duration(), row.driver().code(), row.referenceQuantity(), row.unit(),
            CrewNeed.notation(row.crews()), Relation.notation(row.predecessors()), ListBook.yesOrNo(row.assumption()),
            row.source())).toList());
  }
}
