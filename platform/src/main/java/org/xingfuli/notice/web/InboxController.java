package org.xingfuli.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Bulletin;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.HeldBy;
import org.xingfuli.identity.SignedIn;
import org.xingfuli.notice.flow.InboxStream;
import org.xingfuli.notice.flow.TakeApart;
import org.xingfuli.notice.store.DeliveryStore;
import org.xingfuli.notice.store.MessageStore;
import org.xingfuli.notice.store.MessageStore.Message;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.Page;

/** The own inbox. */
@RestController
@RequestMapping("/api/notices")
class InboxController {

  private static final int USUAL = 30;
  static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");
  static final UUID LAST = new UUID(-1, -1);

  private final Transactions transactions;
  private final MessageStore store;
  private final DeliveryStore deliveries;
  private final InboxStream stream;
  private final Bulletin bulletin;
  private final Clock clock;

  InboxController(Transactions transactions, MessageStore store, DeliveryStore deliveries, InboxStream stream,
      Bulletin bulletin, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.deliveries = deliveries;
    this.stream = stream;
    this.bulletin = bulletin;
    this.clock = clock;
  }

  /** @param failed deliveries that were given up, for who sees to them; else 0 */
  record Unread(long unread, long failed) {}

  /** One message, or all where none is named. */
  record ReadBody(@Nullable UUID id) {}

  @GetMapping
  @Requires(Permission.SESSION)
  Page<Message> inbox(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    var most = Cursor.limit(limit, USUAL);
    var after = Cursor.read(cursor, 2);
    var before = after.isEmpty() ? AFTER_ALL : Instant.parse(after.getFirst());
    var beforeId = after.isEmpty() ? LAST : UUID.fromString(after.getLast());
    return transactions.here(() -> {
      var found = store.page(person.personId(), unread, before, beforeId, most + 1);
      var shown = found.subList(0, Math.min(most, found.size()));
      return new Page<>(shown, found.size() > most ? Cursor.after(shown.getLast().at(), shown.getLast().id()) : null,
          store.count(person.personId(), unread));
    });
  }

  @GetMapping("/unread")
  @Requires(Permission.SESSION)
  Unread unread(@AuthenticationPrincipal SignedIn person) {
    long unread = transactions.here(() -> store.count(person.personId(), true));
    return new Unread(unread, person.may(Permission.NOTICE_MANAGE)
        ? transactions.as(SystemScope.of("notice.failures"), deliveries::countFailed)
        : 0);
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.SESSION)
  void read(@AuthenticationPrincipal SignedIn person, @Valid @RequestBody ReadBody body) {
    transactions.here(() -> {
      store.read(person.personId(), body.id(), clock.instant());
      bulletin.post(TakeApart.TOPIC, person.personId().toString());
    });
  }

  /** Event {@code notice} when the inbox has changed, {@code heartbeat} every 15 seconds. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Requires(Permission.SESSION)
  SseEmitter inboxEvents(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
    return stream.open(person.personId(), HeldBy.request(() -> request.getSession().getId()));
  }
}
