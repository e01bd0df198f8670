package org.xingfuli.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.AppealClocks;
import org.xingfuli.appeal.flow.ResidentDoor.Opened;
import org.xingfuli.appeal.flow.ResidentDoor.Receipt;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.appeal.store.ResidentStore.PlaceCode;
import org.xingfuli.appeal.web.ResidentView.CaseClock;
import org.xingfuli.appeal.web.ResidentView.CasePhoto;
import org.xingfuli.appeal.web.ResidentView.CaseReception;
import org.xingfuli.appeal.web.ResidentView.CaseReply;
import org.xingfuli.appeal.web.ResidentView.CaseView;
import org.xingfuli.appeal.web.ResidentView.ClassChoice;
import org.xingfuli.appeal.web.ResidentView.DisturbanceView;
import org.xingfuli.appeal.web.ResidentView.PlaceView;
import org.xingfuli.appeal.web.ResidentView.ReceiptView;
import org.xingfuli.appeal.web.ResidentView.ReceptionView;
import org.xingfuli.appeal.web.ResidentView.StepDone;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import org.xingfuli.utilities.AgreedWindow;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Utilities;
import org.xingfuli.wire.Problems;

/** Makes what a resident's phone is told, with the eyes of the system and for one place or one appeal only. */
@Component
class ResidentViews {

  private static final int WEEK = 7;
  private static final int KEPT_MONTHS = 24;
  private static final int STAIRWELLS = 6;
  private static final String HOURS = "8:30–17:30";
  private static final Words AT_THE_COMMUNITY = new Words("社区居委会", "At the community's office");

  /** What phones show as a picture, in the order of the buttons. */
  private static final Map<String, String> ICONS = Map.of("PARKING", "parking", "CHARGING", "charging", "PIPES", "pipes", "LEAK", "leak",
      "NOISE", "noise", "WORKS_QUALITY", "works", "OTHER", "other");
  private static final List<String> LARGE = List.of("PARKING", "CHARGING", "PIPES", "LEAK", "NOISE", "WORKS_QUALITY", "OTHER");

  /** Acts that phones mark in their own way. */
  private static final Map<String, String> KINDS = Map.of("CALL_BACK_UNSATISFIED", "REFUSE", "CALL_BACK_SATISFIED", "CLOSE");

  private final Transactions transactions;
  private final EntryStore entries;
  private final ReplyStore replies;
  private final AppealClocks clocks;
  private final Estates estates;
  private final Organisations organisations;
  private final Utilities utilities;
  private final Evidence evidence;
  private final WorkCalendars calendars;
  private final BusinessClock clock;

  ResidentViews(Transactions transactions, EntryStore entries, ReplyStore replies, AppealClocks clocks, Estates estates,
      Organisations organisations, Utilities utilities, Evidence evidence, WorkCalendars calendars, BusinessClock clock) {
    this.transactions = transactions;
    this.entries = entries;
    this.replies = replies;
    this.clocks = clocks;
    this.estates = estates;
    this.organisations = organisations;
    this.utilities = utilities;
    this.evidence = evidence;
    this.calendars = calendars;
    this.clock = clock;
  }

  private <T> T seen(Supplier<T> work) {
    return transactions.as(SystemScope.of("appeal.resident-page"), work);
  }

  PlaceView place(PlaceCode place) {
    return seen(() -> {
      var estate = estates.find(place.estate()).orElseThrow(Problems::absent);
      var areas = organisations.areaNames();
      return new PlaceView(place.code(), clock.today(), estate.name(), place.building(), null,
          IntStream.rangeClosed(1, STAIRWELLS).mapToObj(Integer::toString).toList(), null,
          areas.getOrDefault(estate.area().substring(0, 9), ""), areas.getOrDefault(estate.area(), ""), null, week(estate), List.of(),
          reception(estate), null,
          LARGE.stream().flatMap(code -> Stream.ofNullable(Classes.words(code))
              .map(name -> new ClassChoice(code, name.zh(), name.en(), ICONS.getOrDefault(code, "other")))).toList(), KEPT_MONTHS);
    });
  }

  /** Outages of the estate that are agreed for the next days. */
  private List<DisturbanceView> week(Estate estate) {
    var today = clock.today();
    var last = today.plusDays(WEEK - 1);
    return utilities.agreed(List.of(estate.id())).stream()
        .filter(window -> window.kind() == RequestKind.OUTAGE && !window.from().isAfter(last) && !window.to().isBefore(today))
        .map(window -> disturbance(window, today)).sorted(Comparator.comparing(DisturbanceView::day)).toList();
  }

  private static DisturbanceView disturbance(AgreedWindow window, LocalDate today) {
    var service = window.service().words();
    return new DisturbanceView(window.from().isBefore(today) ? today : window.from(),
        new Words("停" + service.zh().replaceFirst("^供|^通", ""), service.en() + " off"), "OUTAGE", switch (window.service()) {
          case WATER -> "WATER";
          case POWER -> "POWER";
          case GAS -> "GAS";
          case TELECOM -> "NETWORK";
        }, "08:00", "18:00", List.of(), null, new Words("具体楼栋和时间见单元门口的告知", "See the sheet at the door for buildings and hours"));
  }

  private List<ReceptionView> reception(Estate estate) {
    return Stream.of(estate.area(), estate.area().substring(0, 9)).flatMap(area -> organisations.byArea(area).stream())
        .filter(one -> one.phone() != null).limit(1)
        .map(one -> new ReceptionView(named(one), AT_THE_COMMUNITY, HOURS, Objects.requireNonNull(one.phone()))).toList();
  }

  private static Words named(Organisation one) {
    return new Words(one.name(), one.name());
  }

  ReceiptView receipt(Receipt receipt) {
    return seen(() -> {
      var its = clocks.of(receipt.appeal().id());
      return new ReceiptView(receipt.appeal().number(), due(its, Step.ACCEPT), due(its, Step.REPLY), new Words(
          "已收到。受理后会派给负责的单位，凭编号可以随时查。", "It has been received. Once accepted it goes to the unit in charge; the number opens it at any time."),
          receipt.lookupCode());
    });
  }

  private static @Nullable Instant due(List<Clock> its, Step step) {
    return its.stream().filter(one -> one.step() == step).map(one -> one.deadline().dueAt()).findFirst().orElse(null);
  }

  CaseView opened(Opened opened) {
    return seen(() -> {
      var appeal = opened.appeal();
      var where = appeal.where();
      var estate = where.estate() == null ? null : estates.find(where.estate()).orElse(null);
      var place = Stream.of(estate == null ? null : estate.name(), where.building() == null ? null : where.building() + " 幢",
          where.stairwell() == null ? null : where.stairwell() + " 单元").filter(Objects::nonNull).toList();
      var reply = replies.ofRound(appeal.id(), appeal.round()).orElse(null);
      return new CaseView(appeal.number(), appeal.title(), appeal.state(), appeal.state().words(), String.join(" ", place),
          clockOf(appeal), timeline(appeal), reply == null ? null : reply(appeal, reply, opened.ticket()),
          appeal.state() == AppealState.REPLIED, appeal.state() == AppealState.CLOSED || appeal.state() == AppealState.ARCHIVED,
          appeal.reopened(), estate == null ? null : reception(estate).stream().findFirst()
              .map(desk -> new CaseReception(desk.name(), desk.phone())).orElse(null), opened.ticket());
    });
  }

  private @Nullable CaseClock clockOf(Appeal appeal) {
    return clocks.of(appeal.id()).stream().filter(one -> one.step() == Step.REPLY && one.round() == appeal.round())
        .max(Comparator.comparing(Clock::startedAt)).map(one -> {
          var standing = one.standing(clock.now(), calendars.current());
          boolean byDays = !one.rule().limit().unit().ofTheClock();
          return new CaseClock(byDays ? Math.max(0, standing.used()) : 0, byDays ? standing.total() : 1, one.deadline().due(),
              standing.arithmetic(), !one.running());
        }).orElse(null);
  }

  private List<StepDone> timeline(Appeal appeal) {
    var steps = new ArrayList<StepDone>();
    for (Entry line : entries.of(appeal.id())) {
      if (line.visible()) {
        var name = AppealViews.name(line.act());
        boolean reply = line.act().equals("REPLY");
        var words = line.words().isEmpty() || reply ? name : new Words(name.zh() + "：" + line.words(), name.en() + ": " + line.words());
        steps.add(new StepDone(line.at(), words, new Words(line.by().title(), line.by().title()), KINDS.getOrDefault(line.act(), line.act())));
      }
    }
    return List.copyOf(steps);
  }

  private CaseReply reply(Appeal appeal, ReplyStore.Reply reply, String ticket) {
    var proof = replies.proofs(reply.id()).stream().filter(one -> one.kind() != Proof.Kind.EVIDENCE && !one.words().isEmpty())
        .map(one -> new Words(one.words(), one.words())).findFirst().orElse(null);
    return new CaseReply(reply.words(), reply.signedAt(), new Words(reply.signer(), reply.signer()),
        photos(reply).stream().map(item -> new CasePhoto(item.id(), "/api/resident/photos/" + ticket + "/" + item.id(),
            new Words(item.caption(), item.caption()))).toList(), proof);
  }

  private List<EvidenceItem> photos(ReplyStore.Reply reply) {
    return evidence.of("appeal-reply", reply.id()).stream().filter(item -> item.kind() == EvidenceKind.PHOTO).toList();
  }

  /** The preview of a photo of the appeal's replies; any other id is answered as if there were none. */
  byte[] photo(Appeal appeal, UUID photo) {
    return seen(() -> {
      boolean its = replies.of(appeal.id()).stream().flatMap(reply -> photos(reply).stream()).anyMatch(item -> item.id().equals(photo));
      var bytes = its ? evidence.preview(photo) : null;
      if (bytes == null) {
        throw Problems.absent();
      }
      return bytes;
    });
  }
}
