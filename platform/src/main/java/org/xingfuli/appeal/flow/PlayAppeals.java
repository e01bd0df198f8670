package org.xingfuli.appeal.flow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealTold;
import org.xingfuli.appeal.model.By;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;

/** The acts on appeals as a demo plays its people: each by a title, at the moment of the business clock. */
@Component
public class PlayAppeals {

  private final Transactions transactions;
  private final IntakeDesk intake;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final MergeAppeals merge;
  private final CaseDesk desk;
  private final DigestAppeals digest;

  PlayAppeals(Transactions transactions, IntakeDesk intake, DispatchAppeal dispatch, HandleAppeal handle, ReplyToAppeal reply,
      CallBackAppeal callBack, MergeAppeals merge, CaseDesk desk, DigestAppeals digest) {
    this.transactions = transactions;
    this.intake = intake;
    this.dispatch = dispatch;
    this.handle = handle;
    this.reply = reply;
    this.callBack = callBack;
    this.merge = merge;
    this.desk = desk;
    this.digest = digest;
  }

  private static By by(String title) {
    return new By(CurrentScope.get().principal(), title);
  }

  public UUID receive(AppealTold told, String title) {
    return transactions.here(() -> intake.takeHere(List.of(new TakeIn.Asked(new NewAppeal(told.channel(), told.originalNumber(),
        told.kind(), null, told.title(), told.words(), told.classCode(), false, new NewAppeal.Where(told.area(), told.estate(),
            told.buildingId(), told.building(), told.stairwell(), null, null, null), new Complainant(
                told.merchant() ? Complainant.Kind.MERCHANT : Complainant.Kind.RESIDENT, told.name(), told.phone(), null,
                Complainant.ReplyBy.PHONE, null), null), CurrentScope.get(), by(title), null, null, null))).getFirst().id());
  }

  public void accept(UUID id, String title) {
    transactions.here(() -> dispatch.accept(desk.hold(id), by(title)));
  }

  public void dispatch(UUID id, UUID unit, String title) {
    transactions.here(() -> dispatch.dispatch(desk.hold(id), unit, "", by(title)));
  }

  public void handle(UUID id, String title) {
    transactions.here(() -> handle.handle(desk.hold(id), by(title)));
  }

  public void progress(UUID id, String words, String title) {
    transactions.here(() -> handle.tell(desk.hold(id), words, by(title)));
  }

  /** @param photo that proves it; where there is none it is an explanation, proved by a paper */
  public void reply(UUID id, String words, @Nullable UUID photo, String title) {
    transactions.here(() -> reply.reply(desk.hold(id), new ReplyToAppeal.Answer(words,
        photo == null ? Outcome.EXPLAINED : Outcome.RESOLVED, List.of(photo == null
            ? new Proof(Proof.Kind.PAPER, null, "答复函") : new Proof(Proof.Kind.EVIDENCE, photo, "办理后现场")), Map.of()), by(title),
        desk.now()));
  }

  public void callBack(UUID id, boolean satisfied, String words, String title) {
    transactions.here(() -> callBack.callBack(desk.hold(id), new CallBackAppeal.Said(
        satisfied ? Result.SATISFIED : Result.UNSATISFIED, null, words), by(title), false, desk.now()));
  }

  public void archive(UUID id, String title) {
    transactions.here(() -> callBack.archive(desk.hold(id), by(title)));
  }

  public void merge(UUID lead, List<UUID> others) {
    merge.merge(null, lead, others, "同一件事");
  }

  /** Reads everything for searching, as the job would within seconds. */
  public void digest() {
    int done;
    do {
      done = digest.digest();
    } while (done > 0);
  }
}
