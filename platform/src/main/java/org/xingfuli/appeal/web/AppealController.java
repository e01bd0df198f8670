package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.flow.ReceiveAppeal;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.SavedView.Order;
import org.xingfuli.appeal.store.InboxStore.Filter;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.appeal.web.AppealBodies.AppealBodyNew;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.People;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.SearchText;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** The lists of appeals, one of them, and registering one. */
@RestController
@RequestMapping("/api/appeals")
class AppealController {

  private static final int USUAL = 50;
  private static final int MOST_FOUND = 1_000;
  private static final int MOST_EXPORTED = 10_000;

  /** What a registration answers: where to find the appeal again. */
  record AppealReceived(UUID id, String number, boolean again) {}

  /**
   * How many of the caller's appeals stand where.
   *
   * @param mine open ones the caller's own unit leads
   * @param dueToday their clock ends today and has not ended yet
   */
  record AppealCounts(long open, long overdue, long soon, long toAccept, long toDispatch, long toHandle, long toCallBack, long mine,
      long dueToday, long reopened, long emergencies) {}

  /** A unit that an appeal may be given to. */
  record UnitView(UUID id, String name, OrganisationKind kind, Words kindName, @Nullable String area) {}

  private final Transactions transactions;
  private final InboxStore inbox;
  private final AppealViews views;
  private final CaseDesk desk;
  private final ReceiveAppeal receive;
  private final Organisations organisations;
  private final People people;
  private final BusinessClock clock;

  AppealController(Transactions transactions, InboxStore inbox, AppealViews views, CaseDesk desk, ReceiveAppeal receive,
      Organisations organisations, People people, BusinessClock clock) {
    this.transactions = transactions;
    this.inbox = inbox;
    this.views = views;
    this.desk = desk;
    this.receive = receive;
    this.organisations = organisations;
    this.people = people;
    this.clock = clock;
  }

  /** What is asked of a list; {@code mine} means those the caller's own unit leads. */
  record Asked(@Nullable Boolean open, @Nullable List<AppealState> state, @Nullable UUID estate, @Nullable String area,
      @Nullable Channel channel, @Nullable String classCode, @Nullable Urgency urgency, @Nullable UUID lead, @Nullable Boolean mine,
      @Nullable Boolean overdue, @Nullable Boolean dueToday, @Nullable Boolean reopened, @Nullable Boolean soon, @Nullable Instant from,
      @Nullable Instant to, @Nullable String q) {}

  @GetMapping
  @Requires(Permission.APPEAL_READ)
  Page<AppealRow> list(@RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable List<AppealState> state, @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable String area, @RequestParam(required = false) @Nullable Channel channel,
      @RequestParam(required = false) @Nullable String classCode, @RequestParam(required = false) @Nullable Urgency urgency,
      @RequestParam(required = false) @Nullable UUID lead, @RequestParam(required = false) @Nullable Boolean mine,
      @RequestParam(required = false) @Nullable Boolean overdue, @RequestParam(required = false) @Nullable Boolean dueToday,
      @RequestParam(required = false) @Nullable Boolean reopened, @RequestParam(required = false) @Nullable Boolean soon,
      @RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "DUE") Order order,
      @RequestParam(required = false) @Nullable String cursor, @RequestParam(required = false) @Nullable Integer limit) {
    int most = Cursor.limit(limit, USUAL);
    return transactions.picture(() -> {
      var filter = filter(new Asked(open, state, estate, area, channel, classCode, urgency, lead, mine, overdue, dueToday,
          reopened, soon, from, to, q));
      var found = order == Order.DUE ? byDue(filter, cursor, most + 1) : inbox.latest(filter, after(cursor), most + 1);
      var page = found.size() > most ? found.subList(0, most) : found;
      var last = page.isEmpty() ? null : page.getLast();
      var next = found.size() <= most || last == null ? null
          : order == Order.DUE ? Cursor.after(last.dueAt() == null ? "" : last.dueAt(), last.id()) : Cursor.after(last.id());
      return new Page<>(views.rows(page), next, inbox.count(filter));
    });
  }

  private List<Appeal> byDue(Filter filter, @Nullable String cursor, int limit) {
    var values = Cursor.read(cursor, 2);
    if (values.isEmpty()) {
      return inbox.byDue(filter, null, null, limit);
    }
    try {
      return inbox.byDue(filter, values.getFirst().isEmpty() ? null : Instant.parse(values.getFirst()),
          UUID.fromString(values.getLast()), limit);
    } catch (RuntimeException madeUp) {
      throw refused(madeUp);
    }
  }

  private static @Nullable UUID after(@Nullable String cursor) {
    var values = Cursor.read(cursor, 1);
    try {
      return values.isEmpty() ? null : UUID.fromString(values.getFirst());
    } catch (IllegalArgumentException madeUp) {
      throw refused(madeUp);
    }
  }

  private static Refused refused(Throwable cause) {
    var refused = new Refused(Refusal.of("common.bad-cursor", Map.of("cursor", "…")));
    refused.initCause(cause);
    return refused;
  }

  private Filter filter(Asked asked) {
    var now = clock.now();
    boolean dueToday = Boolean.TRUE.equals(asked.dueToday());
    var words = asked.q() == null ? List.<String>of() : SearchText.words(asked.q());
    var units = desk.units();
    List<UUID> found = null;
    if (!words.isEmpty()) {
      var keys = words.stream().flatMap(word -> SearchText.keys(word).stream()).map(SearchText::key).distinct().toList();
      found = inbox.search(keys, words.stream().map(word -> "%" + word + "%").toArray(String[]::new),
          units, MOST_FOUND);
    }
    var mine = Boolean.TRUE.equals(asked.mine()) ? people.organisationOf(CurrentScope.get().principal()).orElse(new UUID(0, 0)) : null;
    return new Filter(asked.open(), asked.state() == null || asked.state().isEmpty() ? null : EnumSet.copyOf(asked.state()),
        asked.estate(), asked.area(), asked.channel(), asked.classCode(), asked.urgency(), units,
        mine == null ? asked.lead() : mine, found, Boolean.TRUE.equals(asked.overdue()) ? now : dueToday ? clock.endOfToday() : null,
        dueToday ? now : null, Boolean.TRUE.equals(asked.reopened()), Boolean.TRUE.equals(asked.soon()) ? now : null, asked.from(), asked.to());
  }

  /** The figures above the list. */
  @GetMapping("/counts")
  @Requires(Permission.APPEAL_READ)
  AppealCounts counts(@RequestParam(required = false) @Nullable Boolean mine) {
    return transactions.picture(() -> {
      var own = people.organisationOf(CurrentScope.get().principal()).orElse(new UUID(0, 0));
      var all = inbox.counts(clock.now(), clock.endOfToday(), desk.units(), Boolean.TRUE.equals(mine) ? own : null, own);
      return new AppealCounts(all.open(), all.overdue(), all.soon(), all.toAccept(), all.toDispatch(), all.toHandle(), all.toCallBack(),
          all.mine(), all.dueToday(), all.reopened(), all.emergencies());
    });
  }

  /** The list as a workbook, with the filters and in the order of {@link #list}, without anything that names a complainant. */
  @GetMapping("/list.xlsx")
  @Requires(Permission.APPEAL_READ)
  ResponseEntity<byte[]> book(@RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable List<AppealState> state, @RequestParam(required = false) @Nullable UUID estate,
      @RequestParam(required = false) @Nullable String area, @RequestParam(required = false) @Nullable Channel channel,
      @RequestParam(required = false) @Nullable String classCode, @RequestParam(required = false) @Nullable Urgency urgency,
      @RequestParam(required = false) @Nullable UUID lead, @RequestParam(required = false) @Nullable Boolean mine,
      @RequestParam(required = false) @Nullable Boolean overdue, @RequestParam(required = false) @Nullable Boolean dueToday,
      @RequestParam(required = false) @Nullable Boolean reopened, @RequestParam(required = false) @Nullable Boolean soon,
      @RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "DUE") Order order) {
    var rows = transactions.picture(() -> {
      var filter = filter(new Asked(open, state, estate, area, channel, classCode, urgency, lead, mine, overdue, dueToday,
          reopened, soon, from, to, q));
      return views.rows(order == Order.DUE ? inbox.byDue(filter, null, null, MOST_EXPORTED) : inbox.latest(filter, null, MOST_EXPORTED));
    });
    return ListBook.answer("诉求", List.of("编号 Number", "渠道 Channel", "类型 Kind", "紧急程度 Urgency", "状态 State", "标题 Title",
            "类别 Class", "区域 Area", "小区 Estate", "楼栋 Building", "收到 Received", "承办单位 Lead unit", "重办次数 Reopened", "到期 Due",
            "超时 Overdue"),
        rows.stream().map(row -> Arrays.<@Nullable Object>asList(row.number(), row.channel().words().zh(), row.kind().words().zh(),
            row.urgency().words().zh(), row.state().words().zh(), row.confidential() ? "（保密件）" : row.title(), row.classCode(),
            row.areaName(), row.estateName(), row.building(), ListBook.moment(row.receivedAt()), row.leadName(), row.reopened(),
            row.due() == null ? null : ListBook.moment(row.due().at()),
            row.due() == null ? null : ListBook.yesOrNo(row.due().overdue()))).toList());
  }

  /** The units an appeal may be given to. */
  @GetMapping("/units")
  @Requires(Permission.APPEAL_READ)
  List<UnitView> units() {
    return organisations.all().stream().filter(one -> !one.closed())
        .map(one -> new UnitView(one.id(), one.name(), one.kind(), one.kind().words(), one.area())).toList();
  }

  /** A class an appeal may have. */
  record ClassView(String code, @Nullable String parent, Words name) {}

  /** The tree of classes; the product's own, until the district has confirmed a catalogue. */
  @GetMapping("/classes")
  @Requires(Permission.APPEAL_READ)
  List<ClassView> classes() {
    return Classes.all().stream().map(one -> new ClassView(one.code(), one.parent(), new Words(one.zh(), one.en()))).toList();
  }

  @PostMapping
  @Requires(Permission.APPEAL_INTAKE)
  @ResponseStatus(HttpStatus.CREATED)
  AppealReceived register(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid AppealBodyNew body) {
    var received = receive.receive(key, body.appeal());
    return new AppealReceived(received.id(), received.number(), received.again());
  }

  @GetMapping("/{id}")
  @Requires(Permission.APPEAL_READ)
  AppealView one(@PathVariable UUID id) {
    return transactions.here(() -> views.one(desk.read(id)));
  }
}
