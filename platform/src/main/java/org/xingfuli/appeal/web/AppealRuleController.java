package org.xingfuli.appeal.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.xingfuli.appeal.flow.EditAppealRules;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.Explaining;
import org.xingfuli.appeal.model.ExplainingRule;
import org.xingfuli.appeal.model.RecheckRule;
import org.xingfuli.appeal.store.AppealRuleStore;
import org.xingfuli.database.Transactions;
import org.xingfuli.exchange.tables.TableBook;
import org.xingfuli.utilities.TemplateActivities;
import org.xingfuli.wire.ListBook;

/** What may explain appeals, and how many are re-checked, with source and flag: read by all concerned, edited and confirmed by few. */
@RestController
@RequestMapping("/api")
class AppealRuleController {

  /**
   * What may explain a class of appeals.
   *
   * @param what services, or how the codes of activities begin
   */
  record NewExplainingRuleBody(@NotNull String classCode, @NotNull AnnouncementKind kind, boolean below,
      @NotNull List<@NotNull String> what, int hoursAfter, @NotNull String source, boolean unconfirmed) {}

  /** @param version that was seen */
  record ExplainingRuleBody(@NotNull String classCode, @NotNull AnnouncementKind kind, boolean below,
      @NotNull List<@NotNull String> what, int hoursAfter, @NotNull String source, boolean unconfirmed, int version) {}

  /** @param version that was seen */
  record RecheckRuleBody(int share, int least, int days, @NotNull String source, boolean unconfirmed, int version) {}

  private final Transactions transactions;
  private final AppealRuleStore store;
  private final TemplateActivities template;
  private final EditAppealRules edit;

  AppealRuleController(Transactions transactions, AppealRuleStore store, TemplateActivities template, EditAppealRules edit) {
    this.transactions = transactions;
    this.store = store;
    this.template = template;
    this.edit = edit;
  }

  @GetMapping("/appeal-rules")
  @Requires(Permission.APPEAL_READ)
  AppealRuleView rules() {
    return transactions.here(() -> AppealRuleView.of(store.rows(), store.recheck(), template.known()));
  }

  /** Another thing that may explain appeals; refused with all faults at once. Open appeals are looked at again. */
  @PostMapping("/appeal-rules/explaining")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.APPEAL_RULES)
  AppealRuleView addExplaining(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewExplainingRuleBody body) {
    edit.add(key, new ExplainingRule(new Explaining.Rule(body.classCode(), body.below(), body.kind(), body.what(), body.hoursAfter(),
        body.unconfirmed()), body.source(), 1));
    return rules();
  }

  @PutMapping("/appeal-rules/explaining")
  @Requires(Permission.APPEAL_RULES)
  AppealRuleView changeExplaining(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid ExplainingRuleBody body) {
    edit.change(key, new ExplainingRule(new Explaining.Rule(body.classCode(), body.below(), body.kind(), body.what(),
        body.hoursAfter(), body.unconfirmed()), body.source(), body.version()));
    return rules();
  }

  @DeleteMapping("/appeal-rules/explaining")
  @Requires(Permission.APPEAL_RULES)
  AppealRuleView removeExplaining(@RequestParam String classCode, @RequestParam AnnouncementKind kind, @RequestParam int version) {
    edit.remove(classCode, kind, version);
    return rules();
  }

  /** Holds from the next draw; what was drawn stays. */
  @PutMapping("/appeal-rules/recheck")
  @Requires(Permission.APPEAL_RULES)
  AppealRuleView changeRecheck(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid RecheckRuleBody body) {
    edit.recheck(key, new RecheckRule(body.share(), body.least(), body.days(), body.source(), body.unconfirmed(), body.version()));
    return rules();
  }

  /** To go through with those who must confirm them. */
  @GetMapping(path = "/appeal-rules.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.APPEAL_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> ruleBook() {
    var view = rules();
    var recheck = view.recheck();
    return ListBook.answer("诉求规则", List.of(
        new TableBook.Table("原因关联", List.of("类别代码 Code", "类别 Class", "Class", "含下级 Below", "公告 Kind", "内容 What",
            "结束后小时 Hours after", "依据 Source", "待确认 Unconfirmed"),
            view.explaining().stream().map(row -> Arrays.<@Nullable Object>asList(row.classCode(), row.name().zh(), row.name().en(),
                ListBook.yesOrNo(row.below()), row.kind() == AnnouncementKind.OUTAGE ? "停供" : "施工",
                row.what().stream().map(what -> what.code() + " " + what.names().stream().map(one -> one.zh())
                    .collect(Collectors.joining("、"))).collect(Collectors.joining("；")),
                row.hoursAfter(), row.source(), ListBook.yesOrNo(row.unconfirmed()))).toList()),
        new TableBook.Table("抽查复核", List.of("比例 % Share", "每单位至少 Least", "天数 Days", "依据 Source", "待确认 Unconfirmed"),
            List.of(Arrays.<@Nullable Object>asList(recheck.share(), recheck.least(), recheck.days(), recheck.source(),
                ListBook.yesOrNo(recheck.unconfirmed()))))));
  }
}
