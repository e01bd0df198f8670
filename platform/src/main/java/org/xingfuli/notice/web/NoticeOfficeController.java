package org.xingfuli.notice.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.Refused;
import org.xingfuli.notice.NoticeKind;
import org.xingfuli.notice.flow.EditTemplate;
import org.xingfuli.notice.flow.SettleFailed;
import org.xingfuli.notice.flow.Templates;
import org.xingfuli.notice.model.Masked;
import org.xingfuli.notice.model.QuietHours;
import org.xingfuli.notice.model.Template;
import org.xingfuli.notice.store.DeliveryStore;
import org.xingfuli.notice.store.DeliveryStore.Delivery;
import org.xingfuli.notice.store.WordsStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** Words, quiet hours and failed deliveries, for who sees to notices. */
@RestController
class NoticeOfficeController {

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final int USUAL = 50;
  private static final int MOST = 5000;
  private static final UUID LAST = new UUID(-1, -1);

  private final Transactions transactions;
  private final Templates templates;
  private final WordsStore store;
  private final EditTemplate edit;
  private final SettleFailed settle;
  private final DeliveryStore deliveries;
  private final People people;

  NoticeOfficeController(Transactions transactions, Templates templates, WordsStore store, EditTemplate edit,
      SettleFailed settle, DeliveryStore deliveries, People people) {
    this.transactions = transactions;
    this.templates = templates;
    this.store = store;
    this.edit = edit;
    this.settle = settle;
    this.deliveries = deliveries;
    this.people = people;
  }

  /** The words of a kind, and what may stand in them. */
  record TemplateView(Template words, List<String> placeholders, boolean urgent) {}

  /** Words to be kept or looked at; the version they were changed from. */
  record TemplateBody(
      @NotBlank @Size(max = 100) String kind, @NotNull Integer version, @NotNull @Size(max = 200) String titleZh,
      @NotNull @Size(max = 2000) String bodyZh, @NotNull @Size(max = 200) String titleEn,
      @NotNull @Size(max = 2000) String bodyEn) {
    Template template() {
      return new Template(kind, version, titleZh, bodyZh, titleEn, bodyEn);
    }
  }

  /** The hours in force, to be changed from their version; equal times: never. */
  record QuietHoursBody(
      @NotNull @Pattern(regexp = TIME) String begins, @NotNull @Pattern(regexp = TIME) String ends,
      @NotBlank @Size(max = 200) String source, @NotNull Boolean unconfirmed, @NotNull Integer version) {}

  /** The hours in force, as hours and minutes. */
  record QuietHoursView(String begins, String ends, String source, boolean unconfirmed, int version) {
    static QuietHoursView of(QuietHours hours) {
      return new QuietHoursView(hours.begins().truncatedTo(ChronoUnit.MINUTES).toString(),
          hours.ends().truncatedTo(ChronoUnit.MINUTES).toString(), hours.source(), hours.unconfirmed(), hours.version());
    }
  }

  /** A delivery that was given up; addresses are masked. */
  record FailureRow(
      UUID id, String channel, String recipient, String titleZh, String titleEn, int attempts, @Nullable String error,
      Instant at, Instant failedAt) {}

  /** Which delivery. */
  record FailureBody(@NotNull UUID id) {}

  /** Which delivery, and why nobody needs to be told any more. */
  record DismissBody(@NotNull UUID id, @NotNull @Size(max = 200) String reason) {}

  @GetMapping("/api/notice-templates")
  @Requires(Permission.NOTICE_MANAGE)
  List<TemplateView> templates() {
    return transactions.here(() -> templates.kinds().stream().map(this::view).toList());
  }

  /** The words in force as they are kept, placeholders and all, to go through with those who must answer for them. */
  @GetMapping(path = "/api/notice-templates.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.NOTICE_MANAGE)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> templateBook() {
    return ListBook.answer("通知用语", List.of("代码 Code", "标题 Title", "内容 Text", "英文标题 English title", "英文内容 English text",
        "可用变量 Placeholders", "紧急 Urgent", "版本 Version"), templates().stream().map(row -> Arrays.<@Nullable Object>asList(row.words().kind(),
            row.words().titleZh(), row.words().bodyZh(), row.words().titleEn(), row.words().bodyEn(),
            String.join("、", row.placeholders()), ListBook.yesOrNo(row.urgent()), row.words().version())).toList());
  }

  private TemplateView view(NoticeKind kind) {
    return new TemplateView(templates.inForce(kind), kind.values().stream().sorted().toList(), kind.urgent());
  }

  @PutMapping("/api/notice-templates")
  @Requires(Permission.NOTICE_MANAGE)
  Template edit(@Valid @RequestBody TemplateBody body) {
    return edit.edit(body.template());
  }

  /** The words with example values, or everything wrong with them. */
  @PostMapping("/api/notice-templates/preview")
  @Requires(Permission.NOTICE_MANAGE)
  Template preview(@Valid @RequestBody TemplateBody body) {
    var kind = templates.kind(body.kind());
    Refused.ifAny(edit.faults(kind, body.template()));
    return body.template().filled(kind.values().stream().collect(Collectors.toMap(v -> v, v -> "〔" + v + "〕")));
  }

  @GetMapping("/api/quiet-hours")
  @Requires(Permission.NOTICE_MANAGE)
  QuietHoursView quietHours() {
    return QuietHoursView.of(transactions.here(store::quietHours));
  }

  @PutMapping("/api/quiet-hours")
  @Requires(Permission.NOTICE_MANAGE)
  QuietHoursView setQuietHours(@Valid @RequestBody QuietHoursBody body) {
    return QuietHoursView.of(edit.setQuietHours(new QuietHours(LocalTime.parse(body.begins()), LocalTime.parse(body.ends()),
        body.source(), body.unconfirmed(), body.version())));
  }

  @GetMapping("/api/notice-failures")
  @Requires(Permission.NOTICE_MANAGE)
  Page<FailureRow> failures(@RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    var most = Cursor.limit(limit, USUAL);
    var before = Cursor.read(cursor, 1).stream().findFirst().map(UUID::fromString).orElse(LAST);
    var found = failed(before, most + 1);
    var shown = found.subList(0, Math.min(most, found.size()));
    return new Page<>(rows(shown), found.size() > most ? Cursor.after(shown.getLast().id()) : null,
        transactions.as(SystemScope.of("notice.failures"), deliveries::countFailed));
  }

  @GetMapping(path = "/api/notice-failures.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.NOTICE_MANAGE)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> failuresBook() {
    return ListBook.answer("未送达通知", List.of("渠道 Channel", "收件人 Recipient", "标题 Title", "次数 Attempts", "原因 Error",
        "发出 Said", "放弃 Given up"), rows(failed(LAST, MOST)).stream().map(row -> Arrays.<@Nullable Object>asList(
            row.channel(), row.recipient(), row.titleZh(), row.attempts(), row.error(), ListBook.moment(row.at()),
            ListBook.moment(row.failedAt()))).toList());
  }

  /** Messages are their readers'; who sees to failures sees that they failed, whom they were for and what they were called. */
  private List<Delivery> failed(UUID before, int limit) {
    return transactions.as(SystemScope.of("notice.failures"), () -> deliveries.failed(before, limit));
  }

  private List<FailureRow> rows(List<Delivery> found) {
    Map<UUID, String> names = people.names(found.stream().map(Delivery::person).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
    return found.stream().map(d -> new FailureRow(d.id(), d.channel(),
        d.person() == null ? Masked.telephone(Objects.requireNonNull(d.address())) : names.getOrDefault(d.person(), ""),
        d.titleZh(), d.titleEn(), d.attempts(), d.error(), d.at(), d.changedAt())).toList();
  }

  @PostMapping("/api/notice-failures/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.NOTICE_MANAGE)
  void retry(@Valid @RequestBody FailureBody body) {
    settle.retry(body.id());
  }

  @PostMapping("/api/notice-failures/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.NOTICE_MANAGE)
  void dismiss(@Valid @RequestBody DismissBody body) {
    settle.dismiss(body.id(), body.reason());
  }
}
