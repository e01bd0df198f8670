package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealsReceived;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.By;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.UrgentWords;
import org.xingfuli.appeal.store.ClockStore;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.IntakeStore;
import org.xingfuli.appeal.store.Taken;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Scope;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/**
 * Writes new appeals down inside the running transaction: the appeal, who appealed, its clocks, its first line, the audit and
 * the event, all of them or nothing. What was taken in before is answered with its own number.
 */
@Component
class TakeIn {

  /** The act of the first line of every timeline; it leads into the graph and is no edge of it. */
  static final String RECEIVE = "RECEIVE";

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final IntakeStore store;
  private final EntryStore entries;
  private final AppealClocks clocks;
  private final PhoneKeys phones;
  private final TellPeople tell;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  TakeIn(IntakeStore store, EntryStore entries, AppealClocks clocks, PhoneKeys phones, TellPeople tell, BusinessClock clock,
      Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.entries = entries;
    this.clocks = clocks;
    this.phones = phones;
    this.tell = tell;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  /**
   * One appeal that waits to be written.
   *
   * @param who whose act it is
   * @param key the id the sender gave its request
   * @param splitFrom the appeal it was a part of
   * @param at when it was received; absent for now, given by the demo's past
   */
  record Asked(NewAppeal said, Scope who, By by, @Nullable String key, @Nullable UUID splitFrom, @Nullable Instant at) {

    IntakeStore.Names names() {
      return new IntakeStore.Names(who.principal(), key, said.channel(), said.originalNumber());
    }
  }

  /**
   * Writes them, and answers each in its place.
   *
   * @throws Refused {@code common.key-other-content} when a request id stood for other words
   */
  List<Received> write(List<Asked> asked) {
    var answers = known(asked);
    var fresh = new ArrayList<Integer>();
    for (int at = 0; at < asked.size(); at++) {
      if (answers.get(at) == null) {
        fresh.add(at);
      }
    }
    if (!fresh.isEmpty()) {
      insert(asked, fresh, answers);
    }
    if (answers.contains(null)) {
      // Somebody else wrote the same at this moment, or it stood twice in this batch: now it is there to be found.
      var later = known(asked);
      for (int at = 0; at < asked.size(); at++) {
        if (answers.get(at) == null) {
          answers.set(at, Objects.requireNonNull(later.get(at), "neither written nor known"));
        }
      }
    }
    return answers.stream().map(Objects::requireNonNull).toList();
  }

  private List<@Nullable Received> known(List<Asked> asked) {
    var answers = new ArrayList<@Nullable Received>();
    var found = store.known(asked.stream().map(Asked::names).toList());
    var byKey = new HashMap<List<Object>, IntakeStore.Known>();
    var byNumber = new HashMap<List<Object>, IntakeStore.Known>();
    for (var one : found) {
      if (one.requestKey() != null) {
        byKey.put(List.of(one.registeredBy(), one.requestKey()), one);
      }
      if (one.originalNumber() != null) {
        byNumber.put(List.of(one.channel(), one.originalNumber()), one);
      }
    }
    for (var one : asked) {
      var key = one.key();
      var number = one.said().originalNumber();
      var keyed = key == null ? null : byKey.get(List.of(one.who().principal(), key));
      if (keyed != null && !keyed.words().equals(one.said().words().strip())) {
        throw new Refused(Refusal.of("common.key-other-content"));
      }
      var same = keyed != null ? keyed : number == null ? null : byNumber.get(List.of(one.said().channel(), number));
      answers.add(same == null ? null : new Received(same.id(), same.number(), true));
    }
    return answers;
  }

  private void insert(List<Asked> asked, List<Integer> fresh, List<@Nullable Received> answers) {
    var now = clock.now();
    var rules = clocks.rules();
    var numbers = numbers(asked, fresh, now);
    var taken = new HashMap<UUID, Integer>();
    var rows = new ArrayList<Taken>();
    var begun = new HashMap<UUID, List<Clock>>();
    for (int at : fresh) {
      var one = asked.get(at);
      var id = UuidV7.create();
      var received = one.at() == null ? now : one.at();
      var urgency = urgency(one.said());
      var its = clocks.received(new AppealClocks.Case(id, 1, one.said().kind(), urgency, one.said().channel(),
          one.said().classCode(), received), rules);
      begun.put(id, its);
      var first = AppealClocks.first(its).orElse(null);
      taken.put(id, at);
      rows.add(new Taken(id, numbers.next(received), one.said(), urgency, received, one.who().principal(), one.key(),
          one.splitFrom(), first == null ? null : first.deadline().dueAt(), first == null ? null : first.step().name(),
          first == null ? null : first.warnAt()));
    }
    var written = store.insert(rows);
    rows.removeIf(row -> !written.contains(row.id()));
    rows.forEach(row -> answers.set(Objects.requireNonNull(taken.get(row.id())), new Received(row.id(), row.number(), false)));
    beside(rows, row -> asked.get(Objects.requireNonNull(taken.get(row.id()))), begun);
  }

  private interface OfRow {
    Asked asked(Taken row);
  }

  private void beside(List<Taken> rows, OfRow of, Map<UUID, List<Clock>> begun) {
    if (rows.isEmpty()) {
      return;
    }
    store.complainants(rows.stream().filter(row -> !row.said().complainant().equals(Complainant.ANONYMOUS))
        .map(this::complainant).toList());
    clocks.insert(rows.stream().flatMap(row -> begun.getOrDefault(row.id(), List.of()).stream()
        .map(one -> new ClockStore.Placed(one, row.said().where().area(), row.said().where().estate()))).toList());
    entries.insert(rows.stream().map(row -> new EntryStore.Placed(new Entry(UuidV7.create(), row.id(), row.receivedAt(), RECEIVE,
        1, null, AppealState.GRAPH.initial(), of.asked(row).by(), null, "", true, Map.of("channel", row.said().channel().name())),
        row.said().where().area(), row.said().where().estate())).toList());
    audit.recordAll(rows.stream().map(row -> new Audit.Act(of.asked(row).who(), "appeal.receive",
        new Subject("appeal", row.id()), Map.of("number", row.number(), "channel", row.said().channel().name(), "kind",
            row.said().kind().name(), "urgency", row.urgency().name(), "area", row.said().where().area()), Map.of())).toList());
    events.publishEvent(new AppealsReceived(UuidV7.create(), rows.stream().map(Taken::id).toList()));
    rows.stream().filter(row -> row.urgency() == Urgency.EMERGENCY).forEach(tell::emergency);
  }

  private IntakeStore.ComplainantRow complainant(Taken row) {
    var who = row.said().complainant();
    var key = phones.of(who.phone());
    return new IntakeStore.ComplainantRow(row.id(), row.said().where().area(), row.said().where().estate(), who.kind().name(),
        who.name(), who.phone(), who.door(), key == null ? null : HexFormat.of().formatHex(key), who.replyBy().name(),
        who.consentAt());
  }

  /** The channel's word, raised by words of danger, never lowered. */
  private static Urgency urgency(NewAppeal said) {
    var given = said.urgency() == null ? Urgency.ORDINARY : said.urgency();
    var heard = UrgentWords.in(Objects.requireNonNullElse(said.title(), ""), said.words());
    return heard.ordinal() < given.ordinal() ? heard : given;
  }

  private Numbers numbers(List<Asked> asked, List<Integer> fresh, Instant now) {
    var many = new TreeMap<LocalDate, Integer>();
    for (int at : fresh) {
      var past = asked.get(at).at();
      many.merge(day(past == null ? now : past), 1, Integer::sum);
    }
    var next = new HashMap<LocalDate, Integer>();
    many.forEach((day, count) -> next.put(day, store.numbers(day, count) - count + 1));
    return new Numbers(next);
  }

  private record Numbers(Map<LocalDate, Integer> left) {
    String next(Instant received) {
      var day = day(received);
      return "SQ-%s-%05d".formatted(DAY.format(day), Objects.requireNonNull(left.merge(day, 1, Integer::sum)) - 1);
    }
  }

  private static LocalDate day(Instant at) {
    return at.atZone(BusinessClock.ZONE).toLocalDate();
  }
}
