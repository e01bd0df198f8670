package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import org.xingfuli.identity.SignedIn;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.ForecastNode.Mover;
import org.xingfuli.programme.ProjectStage;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.DecideGate;
import org.xingfuli.programme.flow.Decider;
import org.xingfuli.programme.flow.EditGate;
import org.xingfuli.programme.flow.ReadGates;
import org.xingfuli.programme.model.ConditionState;
import org.xingfuli.programme.model.Gate;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.GateStore;
import org.xingfuli.programme.store.ProgrammeStore;
import org.xingfuli.wire.ListBook;

/** Gates as checklists: what they ask for, how each project stands before them, and what was decided. */
@RestController
@RequestMapping("/api")
class GateController {

  private final Transactions transactions;
  private final ProgrammeStore programmes;
  private final GateStore gates;
  private final ReadGates read;
  private final DecideGate decide;
  private final EditGate edit;
  private final Names names;
  private final BusinessClock clock;

  GateController(Transactions transactions, ProgrammeStore programmes, GateStore gates, ReadGates read,
      DecideGate decide, EditGate edit, Names names, BusinessClock clock) {
    this.transactions = transactions;
    this.programmes = programmes;
    this.gates = gates;
    this.read = read;
    this.decide = decide;
    this.edit = edit;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Whether a condition stands.
   *
   * @param reason why it is waived or open again; for evidence on paper its number
   * @param evidence ids of photos and documents
   */
  record ConditionDecision(
      @NotNull ConditionState state, @Nullable @Size(max = 500) String reason,
      @Nullable @Size(max = 20) List<@NotNull UUID> evidence) {}

  /** What a condition asks for; {@code code} names a new one. */
  record ConditionBody(
      @Nullable Integer version, @Nullable String code, @NotNull Words text, @NotNull String source, boolean unconfirmed,
      @NotNull Mover role, boolean evidenceRequired,
      boolean required, int leadDays) {

    Gate.Condition condition(String named) {
      return new Gate.Condition(named, text, source.strip(), unconfirmed, role, evidenceRequired, required, leadDays,
          null, null, 1);
    }
  }

  /** Whether a condition is asked for no more. */
  record RetirementBody(@Nullable Integer version, boolean retired) {}

  /** All conditions of a gate, retired ones too, in the order they shall stand. */
  record OrderBody(@NotNull @Size(max = 200) List<@NotNull String> codes) {}

  /** What is done with a project. */
  record StageBody(@NotNull ProjectStage.Act act) {}

  /** What every gate of the district asks for. */
  @GetMapping("/gates")
  @Requires(Permission.PROGRAMME_READ)
  List<Gate> catalogue() {
    return transactions.here(gates::all);
  }

  @PutMapping("/gates/{gate}/conditions/{condition}")
  @Requires(Permission.PROGRAMME_EDIT)
  List<Gate> editCondition(
      @PathVariable String gate, @PathVariable String condition, @RequestBody @Valid ConditionBody body) {
    edit.change(gate, body.version(), body.condition(condition));
    return catalogue();
  }

  @PostMapping("/gates/{gate}/conditions")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PROGRAMME_EDIT)
  List<Gate> addCondition(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable String gate,
      @RequestBody @Valid ConditionBody body) {
    edit.add(key, gate, body.condition(body.code() == null ? "" : body.code()));
    return catalogue();
  }

  /** Asks for a condition no more, or again; what was stated of it stays either way. */
  @PutMapping("/gates/{gate}/conditions/{condition}/retirement")
  @Requires(Permission.PROGRAMME_EDIT)
  List<Gate> retire(
      @PathVariable String gate, @PathVariable String condition, @RequestBody @Valid RetirementBody body) {
    edit.retire(gate, condition, body.version(), body.retired());
    return catalogue();
  }

  @PutMapping("/gates/{gate}/order")
  @Requires(Permission.PROGRAMME_EDIT)
  List<Gate> order(@PathVariable String gate, @RequestBody @Valid OrderBody body) {
    edit.order(gate, body.codes());
    return catalogue();
  }

  /** The catalogue to take along: what every gate asks for, of whom, and on what it rests. */
  @GetMapping(path = "/gates.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> catalogueBook() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var gate : catalogue()) {
      for (var each : gate.conditions()) {
        rows.add(Arrays.asList(gate.name().zh(), gate.name().en(), each.code(), each.text().zh(), each.text().en(),
            each.role().label().zh(), each.leadDays(), ListBook.yesOrNo(each.evidenceRequired()),
            ListBook.yesOrNo(each.required()), ListBook.yesOrNo(each.unconfirmed()), each.source(), each.fedBy(),
            each.retiredOn()));
      }
    }
    return ListBook.answer("关口条件", List.of("关口 Gate", "Gate", "编号 Code", "条件 Condition", "Condition", "由谁填报 Stated by",
        "提前天数 Lead days", "须附件 Evidence", "必备 Required", "待确认 Unconfirmed", "依据 Source", "来自模块 Module",
        "停用日 Retired"), rows);
  }

  /** All projects of a year before their gates. */
  @GetMapping("/programmes/{id}/gates")
  @Requires(Permission.PROGRAMME_READ)
  List<GateView> ofProgramme(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    return transactions.here(() -> {
      Unknown.unless(programmes.find(id));
      var book = names.open();
      return read.ofProgramme(id).stream()
          .map(each -> GateView.of(each, book, clock.today(), Decider.of(person, each.project()))).toList();
    });
  }

  @GetMapping("/projects/{id}/gates")
  @Requires(Permission.PROGRAMME_READ)
  GateView ofProject(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    var project = read.of(id);
    return GateView.of(project, names.open(), clock.today(), Decider.of(person, project.project()));
  }

  @PutMapping("/projects/{id}/gates/{gate}/conditions/{condition}")
  @Requires(Permission.GATE_DECIDE)
  GateView decide(
      @AuthenticationPrincipal SignedIn person, @PathVariable UUID id, @PathVariable String gate,
      @PathVariable String condition, @RequestBody @Valid ConditionDecision body) {
    decide.state(person, id, gate, condition, new DecideGate.Said(body.state(), body.reason() == null ? "" : body.reason(),
        body.evidence() == null ? List.of() : body.evidence()));
    return ofProject(person, id);
  }

  /** Passes the gate; refused with what is missing. */
  @PostMapping("/projects/{id}/gates/{gate}/passage")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.GATE_DECIDE)
  GateView pass(
      @AuthenticationPrincipal SignedIn person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @PathVariable String gate) {
    decide.pass(person, key, id, gate);
    return ofProject(person, id);
  }

  /** Moves the project on where no gate stands before it. */
  @PostMapping("/projects/{id}/stage")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.GATE_DECIDE)
  GateView move(
      @AuthenticationPrincipal SignedIn person,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid StageBody body) {
    decide.move(key, id, body.act());
    return ofProject(person, id);
  }

  /** What is missing, by whom, since when: a row for every condition of every project. */
  @GetMapping(path = "/programmes/{id}/gates.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@AuthenticationPrincipal SignedIn person, @PathVariable UUID id) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var project : ofProgramme(person, id)) {
      for (var gate : project.gates()) {
        for (var each : gate.conditions()) {
          rows.add(Arrays.asList(project.code(), project.name(), project.streetName(), project.stageName().zh(),
              gate.name().zh(), gate.due(), gate.passedOn(), each.text().zh(), each.text().en(), word(each.state()),
              each.responsible(), each.due(), each.dueDays(), each.reason(), each.evidence().size(), each.statedOn(),
              each.statedBy(), ListBook.yesOrNo(each.required()), ListBook.yesOrNo(each.unconfirmed()), each.source()));
        }
      }
    }
    return ListBook.answer("关口清单", List.of("编号 Code", "项目 Project", "街道 Street", "阶段 Stage", "关口 Gate",
        "关口日期 Gate due", "通过日 Passed", "条件 Condition", "Condition", "状态 State", "责任单位 Responsible", "应具备日 Due",
        "距今天数 Days left", "说明 Reason", "附件数 Evidence", "填报日 Stated", "填报人 By", "必备 Required", "待确认 Unconfirmed",
        "依据 Source"), rows);
  }

  private static String word(ConditionState state) {
    return switch (state) {
      case OPEN -> "未具备";
      case MET -> "已具备";
      case WAIVED -> "豁免";
    };
  }
}
