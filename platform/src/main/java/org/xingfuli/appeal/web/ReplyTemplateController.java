package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.xingfuli.appeal.flow.EditReplyTemplates;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.ReplyTemplate;
import org.xingfuli.appeal.store.ReplyTemplateStore;
import org.xingfuli.database.Transactions;

/** Reply templates: those of the own organisation and those for all. */
@RestController
@RequestMapping("/api/appeals/reply-templates")
class ReplyTemplateController {

  /**
   * What there is to answer with.
   *
   * @param offered words to begin with, which are nobody's yet
   * @param places what may stand in braces
   * @param mayMakeOwn whether the caller may make one for the own organisation
   * @param mayMakeForAll whether the caller may make one for the whole district
   */
  record ReplyTemplatesView(List<ReplyTemplateView> templates, List<OfferedTemplate> offered, List<String> places, boolean mayMakeOwn,
      boolean mayMakeForAll) {}

  /** @param mayEdit whether the caller may change it */
  record ReplyTemplateView(UUID id, int version, String name, String words, Outcome outcome, @Nullable UUID organisation,
      @Nullable String organisationName, boolean mayEdit, Instant madeAt, String by) {}

  record OfferedTemplate(String name, String words, Outcome outcome) {}

  /** One version of a template, as it was. */
  record ReplyTemplateVersion(int version, String name, String words, Outcome outcome, boolean retired, Instant madeAt, String by) {}

  record NewReplyTemplateBody(@NotNull String name, @NotNull String words, @NotNull Outcome outcome, boolean forAll) {}

  /** @param version that was seen */
  record ReplyTemplateBody(@NotNull String name, @NotNull String words, @NotNull Outcome outcome, int version) {}

  private final Transactions transactions;
  private final EditReplyTemplates edit;
  private final ReplyTemplateStore store;
  private final AppealViews views;

  ReplyTemplateController(Transactions transactions, EditReplyTemplates edit, ReplyTemplateStore store, AppealViews views) {
    this.transactions = transactions;
    this.edit = edit;
    this.store = store;
    this.views = views;
  }

  @GetMapping
  @Requires(Permission.APPEAL_READ)
  ReplyTemplatesView templates() {
    return transactions.here(() -> {
      var usable = edit.usable();
      var names = views.unitNames(usable.stream().map(ReplyTemplate::organisation).flatMap(Stream::ofNullable).distinct().toList());
      return new ReplyTemplatesView(usable.stream().map(one -> {
        var organisation = one.organisation();
        return new ReplyTemplateView(one.id(), one.version(), one.name(), one.words(), one.outcome(), organisation,
            organisation == null ? null : names.get(organisation), edit.mayEdit(one), one.madeAt(), one.by().title());
      }).toList(), ReplyTemplate.OFFERED.stream().map(one -> new OfferedTemplate(one.name(), one.words(), one.outcome())).toList(),
          ReplyTemplate.PLACES, edit.mayMake(false), edit.mayMake(true));
    });
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.APPEAL_READ)
  ReplyTemplatesView make(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewReplyTemplateBody body) {
    edit.make(key, body.forAll(), new EditReplyTemplates.Wanted(body.name(), body.words(), body.outcome()));
    return templates();
  }

  @PutMapping("/{template}")
  @Requires(Permission.APPEAL_READ)
  ReplyTemplatesView change(@PathVariable UUID template, @RequestBody @Valid ReplyTemplateBody body) {
    edit.change(template, body.version(), new EditReplyTemplates.Wanted(body.name(), body.words(), body.outcome()));
    return templates();
  }

  /** @param version that was seen; without it the latest */
  @DeleteMapping("/{template}")
  @Requires(Permission.APPEAL_READ)
  ReplyTemplatesView retire(@PathVariable UUID template, @RequestParam(required = false) @Nullable Integer version) {
    edit.retire(template, version);
    return templates();
  }

  /** All versions, the latest first. */
  @GetMapping("/{template}/versions")
  @Requires(Permission.APPEAL_READ)
  List<ReplyTemplateVersion> versions(@PathVariable UUID template) {
    return transactions.here(() -> store.versions(edit.usable(template).id()).stream().map(one -> new ReplyTemplateVersion(one.version(),
        one.name(), one.words(), one.outcome(), one.retired(), one.madeAt(), one.by().title())).toList());
  }
}
