package org.xingfuli.utilities.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.flow.MoveWindow;
import org.xingfuli.utilities.flow.SignRequest;
import org.xingfuli.utilities.flow.SubmitRequest;
import org.xingfuli.utilities.flow.WithdrawRequest;
import org.xingfuli.utilities.model.RequestDraft;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Signed;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RequestStore.Filter;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;
import org.xingfuli.wire.Problems;

/** Requests to the utilities: the board, one of them, and what people do with it. */
@RestController
@RequestMapping("/api/utility-requests")
class RequestController {

  private static final int USUAL = 50;

  /** What somebody asks for. */
  record RequestBodyNew(@NotNull RequestKind kind, @NotNull UUID estateId, @Nullable UUID projectId,
      @NotNull List<UUID> buildings, @NotNull List<UtilityService> services, @NotNull String reason, @Nullable String contact,
      @NotNull @Valid WindowBody window, @Nullable List<UUID> evidence) {}

  /** A service's answer. */
  record AnswerBody(@NotNull UtilityService service, Signed.@NotNull Answer answer, @Nullable String reason,
      @Nullable @Valid WindowBody window) {}

  /** Another window. */
  record MoveWindowBody(@NotNull @Valid WindowBody window) {}

  /** Why a request is taken back. */
  record WithdrawRequestBody(@NotBlank String reason) {}

  private final Transactions transactions;
  private final RequestStore store;
  private final RequestViews views;
  private final SubmitRequest submit;
  private final SignRequest sign;
  private final MoveWindow move;
  private final WithdrawRequest withdraw;
  private final Desk desk;
  private final BusinessClock clock;

  RequestController(Transactions transactions, RequestStore store, RequestViews views, SubmitRequest submit,
      SignRequest sign, MoveWindow move, WithdrawRequest withdraw, Desk desk, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.views = views;
    this.submit = submit;
    this.sign = sign;
    this.move = move;
    this.withdraw = withdraw;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The latest first.
   *
   * @param mine only those that await an answer of the caller's firm
   * @param overdue only those whose answer is overdue today
   */
  @GetMapping
  @Requires(Permission.UTILITY_READ)
  Page<RequestView> list(
      @RequestParam(required = false) @Nullable RequestState state,
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable UtilityService service,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    return transactions.here(() -> {
      var filter = filter(state, estate, service, mine, overdue, desk, clock);
      var found = store.page(filter, after(cursor), size + 1);
      var rows = found.stream().limit(size).toList();
      return new Page<>(views.all(rows), found.size() > size ? Cursor.after(rows.getLast().id()) : null,
          store.count(filter));
    });
  }

  static Filter filter(@Nullable RequestState state, @Nullable UUID estate, @Nullable UtilityService service, boolean mine,
      boolean overdue, Desk desk, BusinessClock clock) {
    return new Filter(state, estate, service, mine ? desk.mine() : null, desk.readable(),
        overdue ? clock.today() : null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.UTILITY_REQUEST)
  RequestView submit(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid RequestBodyNew body) {
    var evidence = body.evidence();
    return view(submit.submit(key, new RequestDraft(body.kind(), body.estateId(), body.projectId(), body.buildings(),
        body.services(), body.reason(), body.contact(), body.window().window(), evidence == null ? List.of() : evidence)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.UTILITY_READ)
  RequestView one(@PathVariable UUID id) {
    return view(id);
  }

  @PostMapping("/{id}/answers")
  @Requires(Permission.UTILITY_SIGN)
  RequestView answer(@PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody @Valid AnswerBody body) {
    var window = body.window();
    var reason = body.reason();
    sign.sign(key, id, new Signed(
        body.service(), body.answer(), reason == null ? "" : reason, window == null ? null : window.window()));
    return view(id);
  }

  @PostMapping("/{id}/move")
  @Requires(Permission.UTILITY_REQUEST)
  RequestView move(@PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody @Valid MoveWindowBody body) {
    move.move(key, id, body.window().window());
    return view(id);
  }

  @PostMapping("/{id}/withdraw")
  @Requires(Permission.UTILITY_REQUEST)
  RequestView withdraw(@PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid WithdrawRequestBody body) {
    withdraw.withdraw(key, id, body.reason());
    return view(id);
  }

  private RequestView view(UUID id) {
    return transactions.here(() -> views.one(
        store.find(id).filter(found -> desk.reads(found.services())).orElseThrow(Problems::absent)));
  }

  private static @Nullable UUID after(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    try {
      return values.isEmpty() ? null : UUID.fromString(values.getFirst());
    } catch (IllegalArgumentException madeUp) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", "…")));
      refused.initCause(madeUp);
      throw refused;
    }
  }
}
