package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.flow.AdoptDraft;
import org.xingfuli.programme.flow.ComparePlans;
import org.xingfuli.programme.flow.DiscardDraft;
import org.xingfuli.programme.flow.EditDraft;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.flow.OpenDraft;
import org.xingfuli.programme.flow.ReadDraft;
import org.xingfuli.programme.flow.VerifyDraft;
import org.xingfuli.programme.model.DraftOutcome;
import org.xingfuli.wire.ListBook;

/** Drafts beside the frozen plan: try, look at what differs, adopt or throw away; and two plans held against each other. */
@RestController
@RequestMapping("/api")
class DraftController {

  private static final int MOST = 400;

  private final ReadDraft read;
  private final VerifyDraft verify;
  private final OpenDraft open;
  private final EditDraft edit;
  private final AdoptDraft adopt;
  private final DiscardDraft discard;
  private final ComparePlans compare;
  private final FreshForecast fresh;
  private final Drafts drafts;

  DraftController(ReadDraft read, VerifyDraft verify, OpenDraft open, EditDraft edit, AdoptDraft adopt, DiscardDraft discard,
      ComparePlans compare, FreshForecast fresh, Drafts drafts) {
    this.read = read;
    this.verify = verify;
    this.open = open;
    this.edit = edit;
    this.adopt = adopt;
    this.discard = discard;
    this.compare = compare;
    this.fresh = fresh;
    this.drafts = drafts;
  }

  @GetMapping("/programmes/{id}/drafts")
  @Requires(Permission.PLAN_COMPUTE)
  List<DraftView.Row> list(@PathVariable UUID id) {
    return read.open(id).stream().map(draft -> new DraftView.Row(draft.id(), draft.name(), draft.ownerName(),
        draft.createdAt(), draft.baseVersion(), draft.edits().size())).toList();
  }

  @PostMapping("/programmes/{id}/drafts")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAN_COMPUTE)
  DraftView open(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Wanted body) {
    fresh.asOfToday(id);
    return draft(open.open(key, id, body.name(), body.proposal() == null ? OpenDraft.Proposal.NONE : body.proposal(),
        body.edits() == null ? List.of() : body.edits()));
  }

  @GetMapping("/drafts/{id}")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView draft(@PathVariable UUID id) {
    return drafts.view(read.read(id));
  }

  @PostMapping("/drafts/{id}/edits")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAN_COMPUTE)
  DraftView add(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Addition body) {
    edit.add(key, id, body.revision(), body.edit());
    return draft(id);
  }

  @DeleteMapping("/drafts/{id}/edits/{position}")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView remove(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @PathVariable int position, @RequestParam(required = false) @Nullable Integer revision) {
    edit.remove(key, id, revision, position);
    return draft(id);
  }

  @PostMapping("/drafts/{id}/undo")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView undo(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Step body) {
    edit.undo(key, id, body.revision());
    return draft(id);
  }

  @PostMapping("/drafts/{id}/redo")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView redo(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Step body) {
    edit.redo(key, id, body.revision());
    return draft(id);
  }

  /** Evens out the crews' load behind the edits there are. */
  @PostMapping("/drafts/{id}/level")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView level(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Step body) {
    edit.level(key, id, body.revision());
    return draft(id);
  }

  /** Holds it against the plan frozen meanwhile. */
  @PostMapping("/drafts/{id}/rebase")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView rebase(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Step body) {
    edit.rebase(key, id, body.revision());
    return draft(id);
  }

  /** What differs, the largest shift first, each with its chain of causes; at most four hundred rows, the workbook has all. */
  @GetMapping("/drafts/{id}/differences")
  @Requires(Permission.PLAN_COMPUTE)
  List<DraftView.Difference> differences(@PathVariable UUID id) {
    return drafts.differences(outcome(id), MOST);
  }

  @GetMapping(path = "/drafts/{id}/differences.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PLAN_COMPUTE)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> differencesBook(@PathVariable UUID id) {
    return ListBook.answer("草案差异", List.of("项目 Project", "编码 Code", "工序 Activity", "Activity", "原开始 Start before",
        "原完成 Finish before", "草案开始 Start", "草案完成 Finish", "变化天数 Shift (d)", "原因 Cause", "Cause"),
        drafts.differences(outcome(id), Integer.MAX_VALUE).stream().map(row -> Arrays.<@Nullable Object>asList(
            row.project(), row.code(), row.name().zh(), row.name().en(), row.startBefore(), row.finishBefore(), row.start(),
            row.finish(), row.shift(), row.cause() == null ? null : row.cause().zh(),
            row.cause() == null ? null : row.cause().en())).toList());
  }

  /** How likely the nodes are now and by the draft; computed when asked, so that an edit is answered without it. */
  @GetMapping("/drafts/{id}/odds")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView.Odds odds(@PathVariable UUID id) {
    return Drafts.odds(verify.verify(id));
  }

  /** Why the draft moves an activity. */
  @GetMapping("/drafts/{id}/why/{activityId}")
  @Requires(Permission.PLAN_COMPUTE)
  DraftView.Why why(@PathVariable UUID id, @PathVariable UUID activityId) {
    return drafts.why(outcome(id), activityId);
  }

  private DraftOutcome outcome(UUID id) {
    var answer = read.read(id);
    if (answer.outcome() == null) {
      throw new Refused(answer.faults());
    }
    return answer.outcome();
  }

  @PostMapping("/drafts/{id}/adopt")
  @Requires(value = Permission.PLAN_FREEZE, freshSecondFactor = true)
  PlanRow adopt(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid DraftView.Adoption body) {
    return PlanRow.of(adopt.adopt(key, id, body.revision(), body.reason()));
  }

  @DeleteMapping("/drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.PLAN_COMPUTE)
  void discard(@PathVariable UUID id) {
    discard.discard(id);
  }

  /** Which activities have other dates in the second plan than in the first. */
  @GetMapping("/plans/{id}/compare/{other}")
  @Requires(Permission.PROGRAMME_READ)
  PlanRow.Comparison compare(@PathVariable UUID id, @PathVariable UUID other) {
    var found = compare.compare(id, other);
    return new PlanRow.Comparison(PlanRow.of(found.one()), PlanRow.of(found.other()), found.activities(), found.added(),
        found.removed(), found.changes());
  }
}
