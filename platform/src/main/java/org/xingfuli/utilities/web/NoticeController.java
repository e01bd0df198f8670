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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.PublicAddress;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.utilities.flow.Desk;
import org.xingfuli.utilities.flow.PostNotice;
import org.xingfuli.utilities.model.Notice;
import org.xingfuli.utilities.model.NoticeState;
import org.xingfuli.utilities.model.UtilityRequest;
import org.xingfuli.utilities.store.NoticeStore;
import org.xingfuli.utilities.store.RequestStore;
import org.xingfuli.utilities.store.RuleStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;
import org.xingfuli.wire.Problems;
import org.xingfuli.wire.QrCode;

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
  record OutageNoticeView(UUID id, UUID requestId, String number, UUID estateId, String estateName, UUID buildingId,
      String buildingNumber, List<UtilityService> services, NoticeState state, WindowBody window, String reason,
      @Nullable String contact, List<Hotline> hotlines, Instant dueAt, boolean overdue, @Nullable Instant postedAt,
      @Nullable String postedBy, int photos) {}

  /** Whom to call about a service. */
  record Hotline(UtilityService service, @Nullable String number, boolean unconfirmed) {}

  /** The photos that show the sheet where it hangs. */
  record PostBody(@NotNull List<UUID> evidence) {}

  private final Transactions transactions;
  private final NoticeStore store;
  private final RequestStore requests;
  private final RuleStore rules;
  private final Estates estates;
  private final Evidence evidence;
  private final People people;
  private final Organisations organisations;
  private final Desk desk;
  private final PostNotice post;
  private final BusinessClock clock;
  private final PublicAddress publicly;

  NoticeController(Transactions transactions, NoticeStore store, RequestStore requests, RuleStore rules, Estates estates,
      Evidence evidence, People people, Organisations organisations, Desk desk, PostNotice post, BusinessClock clock,
      PublicAddress publicly) {
    this.transactions = transactions;
    this.store = store;
    this.requests = requests;
    this.rules = rules;
    this.estates = estates;
    this.evidence = evidence;
    this.people = people;
    this.organisations = organisations;
    this.desk = desk;
    this.post = post;
    this.clock = clock;
    this.publicly = publicly;
  }

  /** The next due first. */
  @GetMapping
  @Requires(Permission.UTILITY_READ)
  Page<OutageNoticeView> list(
      @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable UUID request,
      @RequestParam(required = false) @Nullable NoticeState state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    int offset = offset(cursor);
    return transactions.here(() -> {
      var among = desk.readable();
      var found = store.list(estate, request, state, among, size + 1, offset);
      return new Page<>(views(found.stream().limit(size).toList()),
          found.size() > size ? Cursor.after(offset + size) : null, store.count(estate, request, state, among));
    });
  }

  /** Notes that the sheet hangs; photos that prove it were uploaded before. */
  @PostMapping("/{id}/post")
  @Requires(Permission.EVIDENCE_ATTACH)
  OutageNoticeView posted(@PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody @Valid PostBody body) {
    post.post(key, id, body.evidence());
    return transactions.here(() -> views(store.lock(id).stream().toList()).getFirst());
  }

  /** Where the sheet's QR code leads, and the code. */
  record SheetCode(String address, QrCode qr) {}

  /** What is printed on the sheet beside its words; the page behind it opens without signing in. */
  @GetMapping("/{id}/qr")
  @Requires(Permission.UTILITY_READ)
  SheetCode code(@PathVariable UUID id) {
    var address = transactions.here(() -> store.find(id).filter(found -> desk.reads(found.services())))
        .map(OutageSheetController::path).map(path -> publicly.base() + path).orElseThrow(Problems::absent);
    return new SheetCode(address, QrCode.of(address));
  }

  List<OutageNoticeView> views(List<Notice> notices) {
    var names = estates.names(notices.stream().map(Notice::estateId).distinct().toList());
    var called = people.names(notices.stream().map(Notice::postedBy).filter(Objects::nonNull).distinct().toList());
    var photos = evidence.counts(PostNotice.SUBJECT, notices.stream().map(Notice::id).toList());
    var lines = hotlines();
    var known = new HashMap<UUID, UtilityRequest>();
    var views = new ArrayList<OutageNoticeView>();
    for (var notice : notices) {
      var request = known.computeIfAbsent(notice.requestId(), id -> requests.find(id).orElseThrow());
      var postedBy = notice.postedBy();
      views.add(new OutageNoticeView(notice.id(), notice.requestId(), request.number(), notice.estateId(),
          names.getOrDefault(notice.estateId(), ""), notice.buildingId(), notice.buildingNumber(), notice.services(),
          notice.state(), WindowBody.of(notice.window()), request.reason(), request.contact(),
          notice.services().stream().map(lines::get).filter(Objects::nonNull).toList(), notice.dueAt(),
          notice.state() == NoticeState.DUE && clock.now().isAfter(notice.dueAt()), notice.postedAt(),
          postedBy == null ? null : called.getOrDefault(postedBy, "–"), photos.getOrDefault(notice.id(), 0)));
    }
    return views;
  }

  /** Whom households call: the number the firm gave, or the one configured. */
  Map<UtilityService, Hotline> hotlines() {
    var lines = new HashMap<UtilityService, Hotline>();
    rules.services().forEach(row -> lines.put(row.service(), organisations.utilities(row.service()).stream()
        .map(Organisation::phone).filter(Objects::nonNull).findFirst()
        .map(phone -> new Hotline(row.service(), phone, false))
        .orElseGet(() -> new Hotline(row.service(), row.hotline(), row.unconfirmed()))));
    return lines;
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
