package org.xingfuli.appeal.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.EditTimeLimits;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Regime;
import org.xingfuli.appeal.model.TimeLimitDraft;
import org.xingfuli.appeal.store.TimeLimitStore;
import org.xingfuli.appeal.web.TimeLimitView.PauseReasonView;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.TimeLimit;
import org.xingfuli.wire.ListBook;

/** The time limits of appeals with their versions and sources: read by all concerned, edited and confirmed by few. */
@RestController
@RequestMapping("/api")
class TimeLimitController {

  /** All versions of all limits, and for what a clock may stand. */
  record TimeLimitsView(List<TimeLimitView> timeLimits, List<PauseReasonView> pauseReasons) {}

  /**
   * The next version of a limit, or a new limit; an empty list is for all.
   *
   * @param mostExtension in the unit of the limit
   * @param warnUnit that of the limit when absent
   * @param warnShare hundredths of the limit used, instead of {@code warnBefore}
   */
  record NewTimeLimitBody(@NotNull String code, @NotNull Regime regime, @NotNull Step step,
      @Nullable Set<@NotNull AppealKind> kinds, @Nullable Set<@NotNull Urgency> urgencies,
      @Nullable Set<@NotNull Channel> channels, int amount, TimeLimit.@NotNull Unit unit, TimeLimit.@Nullable Roll roll,
      @Nullable Integer mostExtension, @Nullable Integer warnBefore, TimeLimit.@Nullable Unit warnUnit,
      @Nullable Integer warnShare, @NotNull LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, @NotNull String source,
      boolean unconfirmed) {

    private TimeLimitDraft draft() {
      return new TimeLimitDraft(code, regime, step, all(kinds), all(urgencies), all(channels), amount, unit,
          roll == null ? TimeLimit.Roll.NONE : roll, mostExtension, warnBefore, warnUnit, warnShare, effectiveFrom, effectiveTo,
          source, unconfirmed);
    }

    private static <T> Set<T> all(@Nullable Set<T> named) {
      return named == null ? Set.of() : Set.copyOf(named);
    }
  }

  /** What may change of a version, with the revision that was seen. */
  record TimeLimitBody(@Nullable LocalDate effectiveTo, @NotNull String source, boolean unconfirmed, int revision) {}

  /** @param revision that was seen */
  record PauseReasonBody(boolean allowed, @NotNull String source, boolean unconfirmed, int revision) {}

  private final Transactions transactions;
  private final TimeLimitStore store;
  private final EditTimeLimits edit;

  TimeLimitController(Transactions transactions, TimeLimitStore store, EditTimeLimits edit) {
    this.transactions = transactions;
    this.store = store;
    this.edit = edit;
  }

  @GetMapping("/appeal-time-limits")
  @Requires(Permission.APPEAL_READ)
  TimeLimitsView timeLimits() {
    return transactions.here(() -> new TimeLimitsView(store.rows().stream().map(TimeLimitView::of).toList(),
        store.pauseReasons().stream().map(PauseReasonView::of).toList()));
  }

  /** A new version of a limit from a day on; refused with all faults at once. Clocks that run keep the limit they have. */
  @PostMapping("/appeal-time-limits")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.APPEAL_RULES)
  TimeLimitsView addTimeLimit(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewTimeLimitBody body) {
    edit.add(key, body.draft());
    return timeLimits();
  }

  /** Ends a version, confirms it, or says what it rests on; another limit is another version. */
  @PutMapping("/appeal-time-limits/{limitCode}/{limitVersion}")
  @Requires(Permission.APPEAL_RULES)
  TimeLimitsView changeTimeLimit(@PathVariable String limitCode, @PathVariable int limitVersion,
      @RequestBody @Valid TimeLimitBody body) {
    edit.change(limitCode, limitVersion, body.effectiveTo(), body.source(), body.unconfirmed(), body.revision());
    return timeLimits();
  }

  /**
   * Takes the last version of a limit back before it is in force.
   *
   * @param previousTo last day of receipt of the version before it; absent while none is known
   */
  @DeleteMapping("/appeal-time-limits/{limitCode}/{limitVersion}")
  @Requires(Permission.APPEAL_RULES)
  TimeLimitsView takeTimeLimitBack(@PathVariable String limitCode, @PathVariable int limitVersion, @RequestParam int revision,
      @RequestParam(required = false) @Nullable LocalDate previousTo) {
    edit.takeBack(limitCode, limitVersion, previousTo, revision);
    return timeLimits();
  }

  /** Whether a clock may stand for a reason from now on; clocks that stand go on standing. */
  @PutMapping("/appeal-time-limits/pause-reasons/{pauseReason}")
  @Requires(Permission.APPEAL_RULES)
  TimeLimitsView changePauseReason(@PathVariable PauseReason pauseReason, @RequestBody @Valid PauseReasonBody body) {
    edit.pauseReason(pauseReason, body.allowed(), body.source(), body.unconfirmed(), body.revision());
    return timeLimits();
  }

  /** To go through with those who must confirm them. */
  @GetMapping(path = "/appeal-time-limits.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.APPEAL_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> timeLimitBook() {
    var view = timeLimits();
    return ListBook.answer("诉求时限", List.of(
        new TableBook.Table("时限", List.of("代码 Code", "版本 Version", "规则 Regime", "环节 Step", "类型 Kinds", "紧急程度 Urgency",
            "渠道 Channels", "时限 Limit", "Limit", "最长延长 Extension", "预警 Warning", "生效 From", "失效 To", "依据 Source",
            "待确认 Unconfirmed"),
            view.timeLimits().stream().map(row -> Arrays.<@Nullable Object>asList(row.code(), row.version(),
                row.regime().words().zh(), row.step().words().zh(), named(row.kinds(), AppealKind::words),
                named(row.urgencies(), Urgency::words), named(row.channels(), Channel::words), row.words().zh(),
                row.words().en(), row.extensionWords(), row.warningWords(), row.effectiveFrom(), row.effectiveTo(),
                row.source(), ListBook.yesOrNo(row.unconfirmed()))).toList()),
        new TableBook.Table("停表事由", List.of("代码 Code", "事由 Reason", "Reason", "可用 Allowed", "依据 Source",
            "待确认 Unconfirmed"),
            view.pauseReasons().stream().map(row -> Arrays.<@Nullable Object>asList(row.code().name(), row.words().zh(),
                row.words().en(), ListBook.yesOrNo(row.allowed()), row.source(), ListBook.yesOrNo(row.unconfirmed())))
                .toList())));
  }

  private static <T> String named(List<T> of, Function<T, Words> words) {
    return of.isEmpty() ? "全部" : of.stream().map(each -> words.apply(each).zh()).collect(Collectors.joining("、"));
  }
}
