package org.xingfuli.appeal.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Scope;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.StoredJson;

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
   * @param content what its request holds besides the appeal
   * @param who whose act it is
   * @param key the id the sender gave its request
   * @param splitFrom the appeal it was a part of
   * @param at when it was received; absent for now, given by the demo's past
   */
  record Asked(NewAppeal said, String content, Scope who, By by, @Nullable String key, @Nullable UUID splitFrom, @Nullable Instant at) {

    /** An appeal of the running scope, received now. */
    static Asked of(NewAppeal said, By by, @Nullable String key) {
      return new Asked(said, "", CurrentScope.get(), by, key, null, null);
    }

    /** The same with its place as the register has it. */
    Asked at(NewAppeal.Where where) {
      return new Asked(said.at(where), content, who, by, key, splitFrom, at);
    }

    IntakeStore.Names names() {
      return new IntakeStore.Names(who.principal(), key, said.channel(), said.originalNumber());
    }
  }

  /**
   * Writes them, and answers each in its place.
   *
   * @throws Refused {@code common.key-other-content} when a request id stood for something else
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
      if (keyed != null && !Arrays.equals(keyed.requestHash(), hash(one))) {
        throw new Refused(Refusal.of("common.key-other-content"));
      }
      var same = keyed != null ? keyed : number == null ? null : byNumber.get(List.of(one.said().channel(), number));
      answers.add(same == null ? null : new Received(same.id(), same.number(), true));
    }
    return answers;
  }

  /** What a request asked for, under the installation's secret: it holds a telephone number. When it was sent does not count. */
  private byte[] hash(Asked asked) {
    var said = asked.said();
    var who = said.complainant();
    return phones.ofText("request", StoredJson.write(Arrays.asList(said.channel(), said.originalNumber(), said.kind(), said.urgency(),
        said.title(), said.words().strip(), said.classCode(), said.confidential(), said.where(), who.kind(), who.name(), who.phone(),
        who.door(), who.replyBy(), asked.content())));
  }

  /** An appeal on its way to the tables. */
  private record Begun(int at, Asked asked, Taken row, List<Clock> clocks) {

    String area() {
      return row.said().where().area();
    }

    @Nullable UUID estate() {
      return row.said().where().estate();
    }
  }

  private void insert(List<Asked> asked, List<Integer> fresh, List<@Nullable Received> answers) {
    var now = clock.now();
    var basis = clocks.basis();
    var numbers = numbers(asked, fresh, now);
    var begun = new ArrayList<Begun>();
    for (int at : fresh) {
      begun.add(begun(at, asked.get(at), numbers, basis, now));
    }
    var written = store.insert(begun.stream().map(Begun::row).toList());
    begun.removeIf(one -> !written.contains(one.row().id()));
    begun.forEach(one -> answers.set(one.at(), new Received(one.row().id(), one.row().number(), false)));
    if (!begun.isEmpty()) {
      beside(begun);
    }
  }

  private Begun begun(int at, Asked one, Numbers numbers, AppealClocks.Basis basis, Instant now) {
    var id = UuidV7.create();
    var said = one.said();
    var received = one.at() == null ? now : one.at();
    var urgency = urgency(said);
    var its = clocks.received(
        new AppealClocks.Case(id, 1, said.kind(), urgency, said.channel(), said.classCode(), received), basis);
    var first = AppealClocks.first(its).orElse(null);
    return new Begun(at, one, new Taken(id, numbers.next(received), said, urgency, received, one.who().principal(), one.key(),
        one.key() == null ? null : HexFormat.of().formatHex(hash(one)), one.splitFrom(), first == null ? null : first.deadline().dueAt(),
        first == null ? null : first.step().name(), first == null ? null : first.warnAt()), its);
  }

  private void beside(List<Begun> begun) {
    store.complainants(begun.stream().map(Begun::row).filter(row -> !row.said().complainant().equals(Complainant.ANONYMOUS))
        .map(this::complainant).toList());
    clocks.insert(begun.stream().flatMap(one -> one.clocks().stream()
        .map(its -> new ClockStore.Placed(its, one.area(), one.estate()))).toList());
    entries.insert(begun.stream().map(one -> new EntryStore.Placed(new Entry(UuidV7.create(), one.row().id(), one.row().receivedAt(),
        RECEIVE, 1, null, AppealState.GRAPH.initial(), one.asked().by(), null, "", true,
        Map.of("channel", one.row().said().channel().name())), one.area(), one.estate())).toList());
    audit.recordAll(begun.stream().map(one -> new Audit.Act(one.asked().who(), "appeal.receive",
        new Subject("appeal", one.row().id()), Map.of("number", one.row().number(), "channel", one.row().said().channel().name(),
            "kind", one.row().said().kind().name(), "urgency", one.row().urgency().name(), "area", one.area()), Map.of())).toList());
    events.publishEvent(new AppealsReceived(UuidV7.create(), begun.stream().map(one -> one.row().id()).toList()));
    begun.stream().map(Begun::row).filter(row -> row.urgency() == Urgency.EMERGENCY).forEach(tell::emergency);
  }

  private IntakeStore.ComplainantRow complainant(Taken row) {
    var who = row.said().complainant();
    var key = phones.of(who.phone());
    return new IntakeStore.ComplainantRow(row.id(), row.said().where().area(), row.said().where().estate(), who.kind().name(),
        who.name(), who.phone(), who.door(), key == null ? null : HexFormat.of().formatHex(key), who.replyBy().name(),
        who.consentAt());
  }

  /** The channel's word, raised by words of danger, never lowered. */
  static Urgency urgency(NewAppeal said) {
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
