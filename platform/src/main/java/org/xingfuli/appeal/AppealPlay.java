package org.xingfuli.appeal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.flow.CallBackAppeal;
import org.xingfuli.appeal.flow.DigestAppeals;
import org.xingfuli.appeal.flow.DispatchAppeal;
import org.xingfuli.appeal.flow.HandleAppeal;
import org.xingfuli.appeal.flow.MergeAppeals;
import org.xingfuli.appeal.flow.ReceiveAppeal;
import org.xingfuli.appeal.flow.ReplyToAppeal;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.identity.By;

/** Does acts on appeals for the demo, which plays its people: each by a title, at the moment of the business clock. */
@Component
public class AppealPlay {

  private final ReceiveAppeal receive;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final MergeAppeals merge;
  private final DigestAppeals digest;

  AppealPlay(ReceiveAppeal receive, DispatchAppeal dispatch, HandleAppeal handle, ReplyToAppeal reply, CallBackAppeal callBack,
      MergeAppeals merge, DigestAppeals digest) {
    this.receive = receive;
    this.dispatch = dispatch;
    this.handle = handle;
    this.reply = reply;
    this.callBack = callBack;
    this.merge = merge;
    this.digest = digest;
  }

  private static By somebody(String title) {
    return new By(UUID.nameUUIDFromBytes(("demo:" + title).getBytes(StandardCharsets.UTF_8)), title);
  }

  public UUID receive(AppealTold told, String title) {
    var kind = told.merchant() ? Complainant.Kind.MERCHANT : Complainant.Kind.RESIDENT;
    return receive.here(new NewAppeal(told.channel(), told.originalNumber(), told.kind(), null, told.title(), told.words(),
        told.classCode(), false, new NewAppeal.Where(told.area(), told.estate(), told.buildingId(), told.building(), told.stairwell(),
            null, null, null), new Complainant(kind, told.name(), told.phone(), null, Complainant.ReplyBy.PHONE, null), null),
        somebody(title)).id();
  }

  public void accept(UUID id, String title) {
    dispatch.accept(null, id, somebody(title));
  }

  public void dispatch(UUID id, UUID unit, String title) {
    dispatch.dispatch(null, id, unit, null, somebody(title));
  }

  public void handle(UUID id, String title) {
    handle.handle(null, id, somebody(title));
  }

  public void progress(UUID id, String words, String title) {
    handle.progress(null, id, words, true, List.of(), somebody(title));
  }

  /** @param photo that proves it; where there is none it is an explanation, proved by a paper */
  public void reply(UUID id, String words, @Nullable UUID photo, String title) {
    var answer = photo == null
        ? new ReplyToAppeal.Answer(words, Outcome.EXPLAINED, List.of(new Proof(Proof.Kind.PAPER, null, "答复函")), Map.of())
        : new ReplyToAppeal.Answer(words, Outcome.RESOLVED, List.of(new Proof(Proof.Kind.EVIDENCE, photo, "办理后现场")), Map.of());
    reply.reply(null, id, answer, somebody(title));
  }

  public void callBack(UUID id, boolean satisfied, String words, String title) {
    callBack.callBack(null, id, new CallBackAppeal.Said(satisfied ? Result.SATISFIED : Result.UNSATISFIED, null, words), somebody(title));
  }

  public void archive(UUID id, String title) {
    callBack.archive(null, id, somebody(title));
  }

  public void merge(UUID lead, List<UUID> others) {
    merge.merge(null, lead, others, "同一件事");
  }

  /** Reads everything for searching, as the job would within seconds. */
  public void digest() {
    digest.all();
  }
}
