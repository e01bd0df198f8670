package org.xingfuli.appeal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.CallBackAppeal;
import org.xingfuli.appeal.flow.DispatchAppeal;
import org.xingfuli.appeal.flow.EditReception;
import org.xingfuli.appeal.flow.HandleAppeal;
import org.xingfuli.appeal.flow.Promises;
import org.xingfuli.appeal.flow.ReplyToAppeal;
import org.xingfuli.appeal.flow.WalkInDesk;
import org.xingfuli.appeal.model.OpeningHours.On;
import org.xingfuli.appeal.model.OpeningHours.Span;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.model.Shift;
import org.xingfuli.appeal.model.WalkIn;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.ReceptionStore;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.appeal.store.WalkInStore;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.UuidV7;

/** Opens reception points for the demo and plays who comes to them: each act by a title, at the moment of the business clock. */
@Component
public class ReceptionPlay {

  private final EditReception edit;
  private final AppealPlay appeals;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final Promises promises;
  private final WalkInDesk desk;
  private final ReceptionStore points;
  private final WalkInStore walkIns;
  private final AppealStore store;
  private final BusinessClock clock;

  ReceptionPlay(EditReception edit, AppealPlay appeals, DispatchAppeal dispatch, HandleAppeal handle, ReplyToAppeal reply,
      CallBackAppeal callBack, Promises promises, WalkInDesk desk, ReceptionStore points, WalkInStore walkIns, AppealStore store,
      BusinessClock clock) {
    this.edit = edit;
    this.appeals = appeals;
    this.dispatch = dispatch;
    this.handle = handle;
    this.reply = reply;
    this.callBack = callBack;
    this.promises = promises;
    this.desk = desk;
    this.points = points;
    this.walkIns = walkIns;
    this.store = store;
    this.clock = clock;
  }

  /** On duty at a point: from one time to another. */
  public record Duty(LocalDate day, LocalTime begins, LocalTime ends, String who, @Nullable String deputy) {}

  private static By somebody(String title) {
    return new By(UUID.nameUUIDFromBytes(("demo:" + title).getBytes(StandardCharsets.UTF_8)), title);
  }

  /** Opens a point that keeps office hours, a short Saturday, and the make-up workdays. */
  public UUID open(UUID estate, String name, String place, String phone, LocalDate from) {
    var hours = new ArrayList<Span>();
    for (var on : List.of(On.MONDAY, On.TUESDAY, On.WEDNESDAY, On.THURSDAY, On.FRIDAY, On.MAKE_UP)) {
      hours.add(new Span(on, LocalTime.of(8, 30), LocalTime.of(17, 30)));
    }
    hours.add(new Span(On.SATURDAY, LocalTime.of(9, 0), LocalTime.of(11, 30)));
    return edit.open(null, estate, new EditReception.Wanted(name, place, phone, from, null, hours));
  }

  public void roster(UUID point, LocalDate from, LocalDate to, List<Duty> duties) {
    edit.roster(point, from, to, duties.stream().map(duty -> new Shift(UuidV7.create(), duty.day(), duty.begins(), duty.ends(), duty.who(),
        duty.deputy())).toList());
  }

  /** @param answer given at the table, to the satisfaction of who came; null when an answer was said to come today */
  public UUID walkIn(UUID pointId, AppealTold told, String title, UUID community, @Nullable String answer) {
    var point = points.find(pointId).orElseThrow();
    var id = appeals.receive(told, title);
    var now = clock.now();
    walkIns.insert(new WalkIn(id, pointId, now, WalkIn.Teller.SELF, answer != null, answer != null ? null
        : desk.answerBy(point, now).orElse(null)), store.find(id).orElseThrow());
    if (answer != null) {
      var by = somebody(title);
      dispatch.accept(null, id, by);
      dispatch.dispatch(null, id, community, null, by);
      handle.handle(null, id, by);
      reply.reply(null, id, new ReplyToAppeal.Answer(answer, Outcome.EXPLAINED,
          List.of(new Proof(Proof.Kind.OWN_WORD, null, "当面答复，诉求人在场")), Map.of()), by);
      callBack.callBack(null, id, new CallBackAppeal.Said(Result.SATISFIED, null, "本人当面表示"), by);
    }
    return id;
  }

  public UUID promise(UUID appeal, UUID point, String said, Instant dueAt, String title) {
    return promises.make(store.find(appeal).orElseThrow(), point, new Promises.Said(said, dueAt), somebody(title));
  }

  public void kept(UUID promise, String words, String title) {
    promises.keep(null, promise, words, somebody(title));
  }
}
