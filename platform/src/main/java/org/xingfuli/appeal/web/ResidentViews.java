package org.xingfuli.appeal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.flow.AppealClocks;
import org.xingfuli.appeal.flow.ResidentDoor.Opened;
import org.xingfuli.appeal.flow.ResidentDoor.Receipt;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Clock;
import org.xingfuli.appeal.model.Entry;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.EntryStore;
import org.xingfuli.appeal.store.ReplyStore;
import org.xingfuli.appeal.web.ResidentView.CaseClock;
import org.xingfuli.appeal.web.ResidentView.CasePhoto;
import org.xingfuli.appeal.web.ResidentView.CaseReply;
import org.xingfuli.appeal.web.ResidentView.CaseView;
import org.xingfuli.appeal.web.ResidentView.ReceiptView;
import org.xingfuli.appeal.web.ResidentView.StepDone;
import org.xingfuli.database.SystemScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.evidence.Evidence;
import org.xingfuli.evidence.EvidenceItem;
import org.xingfuli.evidence.EvidenceKind;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.WorkCalendars;
import org.xingfuli.wire.Problems;

/** Makes what a resident's phone is told of an appeal, with the eyes of the system and for this one only. */
@Component
class ResidentViews {

  /** Acts that phones mark in their own way. */
  private static final Map<String, String> KINDS = Map.of("CALL_BACK_UNSATISFIED", "REFUSE", "CALL_BACK_SATISFIED", "CLOSE");

  private final Transactions transactions;
  private final EntryStore entries;
  private final ReplyStore replies;
  private final AppealClocks clocks;
  private final Estates estates;
  private final PlaceViews places;
  private final Evidence evidence;
  private final WorkCalendars calendars;
  private final BusinessClock clock;

  ResidentViews(Transactions transactions, EntryStore entries, ReplyStore replies, AppealClocks clocks, Estates estates,
      PlaceViews places, Evidence evidence, WorkCalendars calendars, BusinessClock clock) {
    this.transactions = transactions;
    this.entries = entries;
    this.replies = replies;
    this.clocks = clocks;
    this.estates = estates;
    this.places = places;
    this.evidence = evidence;
    this.calendars = calendars;
    this.clock = clock;
  }

  private <T> T seen(Supplier<T> work) {
    return transactions.as(SystemScope.of("appeal.resident-page"), work);
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
          appeal.reopened(), estate == null ? null : places.reception(estate).stream().findFirst().orElse(null), opened.ticket());
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
