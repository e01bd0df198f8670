package org.xingfuli.utilities.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.People;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.flow.PostNotice;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** The sheets for stairwells: what is due, what hangs, and that it was posted. */
@RestController
@RequestMapping("/api/utility-notices")
class NoticeController {

  private static final int USUAL = 50;

  /**
   * A sheet.
   *
   * @param overdue it should hang by now and does not
   * @param hotlines whom households call, service by service
   * @param photos how many photos prove it
   */
  record NoticeView(UUID id, UUID requestId, String number, UUID estateId, String estateName, UUID buildingId,
      String buildingNumber, List<Service> services, NoticeState state, WindowBody window, String reason,
      @Nullable String contact, List<Hotline> hotlines, Instant dueAt, boolean overdue, @Nullable Instant postedAt,
      @Nullable String postedBy, int photos) {}

  /** Whom to call about a service. */
  record Hotline(Service service, @Nullable String number, boolean unconfirmed) {}

  /** The photos that show the sheet where it hangs. */
  record PostBody(@NotNull List<UUID> evidence) {}

  private final Transactions transactions;
  private final NoticeStore store;
  private final RequestStore requests;
  private final RuleStore rules;
  private final Estates estates;
  private final Evidence evidence;
  private final People people;
  private final PostNotice post;
  private final BusinessClock clock;

  NoticeController(Transactions transactions, NoticeStore store, RequestStore requests, RuleStore rules, Estates estates,
      Evidence evidence, People people, PostNotice post, BusinessClock clock) {
    this.transactions = transactions;
    this.store = store;
    this.requests = requests;
    this.rules = rules;
    this.estates = estates;
    this.evidence = evidence;
    this.people = people;
    this.post = post;
    this.clock = clock;
  }

  /** The next due first. */
  @GetMapping
  @Requires(Permission.UTILITY_READ)
  Page<NoticeView> list(
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable UUID request,
      @RequestParam(required = false) @Nullable NoticeState state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    int offset = offset(cursor);
    return transactions.here(() -> {
      var found = store.list(estate, request, state, size + 1, offset);
      return new Page<>(views(found.stream().limit(size).toList()),
          found.size() > size ? Cursor.after(offset + size) : null, store.count(estate, request, state));
    });
  }

  /** Notes that the sheet hangs; photos that prove it were uploaded before. */
  @PostMapping("/{id}/post")
  @Requires(Permission.EVIDENCE_ATTACH)
  NoticeView posted(@PathVariable UUID id, @RequestBody @Valid PostBody body) {
    post.post(id, body.evidence());
    return transactions.here(() -> views(store.lock(id).stream().toList()).getFirst());
  }

  List<NoticeView> views(List<Notice> notices) {
    var names = estates.names(notices.stream().map(Notice::estateId).distinct().toList());
    var called = people.names(notices.stream().map(Notice::postedBy).filter(Objects::nonNull).distinct().toList());
    var photos = evidence.counts(PostNotice.SUBJECT, notices.stream().map(Notice::id).toList());
    var lines = new HashMap<Service, Hotline>();
    rules.services().forEach(row ->
        lines.put(row.service(), new Hotline(row.service(), row.hotline(), row.unconfirmed())));
    var views = new ArrayList<NoticeView>();
    for (var notice : notices) {
      var request = requests.find(notice.requestId()).orElseThrow();
      var postedBy = notice.postedBy();
      views.add(new NoticeView(notice.id(), notice.requestId(), request.number(), notice.estateId(),
          names.getOrDefault(notice.estateId(), ""), notice.buildingId(), notice.buildingNumber(), notice.services(),
          notice.state(), WindowBody.of(notice.window()), request.reason(), request.contact(),
          notice.services().stream().map(lines::get).filter(Objects::nonNull).toList(), notice.dueAt(),
          notice.state() == NoticeState.DUE && clock.now().isAfter(notice.dueAt()), notice.postedAt(),
          postedBy == null ? null : called.getOrDefault(postedBy, "–"), photos.getOrDefault(notice.id(), 0)));
    }
    return views;
  }

  private static int offset(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    try {
      return values.isEmpty() ? 0 : Math.max(0, Integer.parseInt(values.getFirst()));
    } catch (NumberFormatException madeUp) {
      var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", "…")));
      refused.initCause(madeUp);
      throw refused;
    }
  }
}
