package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CallBackAppeal;
import org.xingfuli.appeal.flow.CaseDesk;
import org.xingfuli.appeal.flow.CorrectAppeal;
import org.xingfuli.appeal.flow.DispatchAppeal;
import org.xingfuli.appeal.flow.ExplainAppeals;
import org.xingfuli.appeal.flow.ExtendAppeal;
import org.xingfuli.appeal.flow.HandleAppeal;
import org.xingfuli.appeal.flow.MergeAppeals;
import org.xingfuli.appeal.flow.ReplyToAppeal;
import org.xingfuli.appeal.web.AppealBodies.AppealLinkBody;
import org.xingfuli.appeal.web.AppealBodies.AppealProgressBody;
import org.xingfuli.appeal.web.AppealBodies.AppealReasonBody;
import org.xingfuli.appeal.web.AppealBodies.CallBackBody;
import org.xingfuli.appeal.web.AppealBodies.CooperateBody;
import org.xingfuli.appeal.web.AppealBodies.CorrectBody;
import org.xingfuli.appeal.web.AppealBodies.DispatchBody;
import org.xingfuli.appeal.web.AppealBodies.ExtensionBody;
import org.xingfuli.appeal.web.AppealBodies.ExtensionDecisionBody;
import org.xingfuli.appeal.web.AppealBodies.MergeBody;
import org.xingfuli.appeal.web.AppealBodies.PauseBody;
import org.xingfuli.appeal.web.AppealBodies.ProofBody;
import org.xingfuli.appeal.web.AppealBodies.RecheckBody;
import org.xingfuli.appeal.web.AppealBodies.ReplyBody;
import org.xingfuli.appeal.web.AppealBodies.SplitBody;
import org.xingfuli.appeal.web.AppealBodies.WordsBody;
import org.xingfuli.database.Transactions;

/** What people do with an appeal; every act answers the appeal as it stands after it. */
@RestController
@RequestMapping("/api/appeals/{id}")
class AppealActController {

  private final Transactions transactions;
  private final AppealViews views;
  private final CaseDesk desk;
  private final DispatchAppeal dispatch;
  private final HandleAppeal handle;
  private final ExtendAppeal extend;
  private final ReplyToAppeal reply;
  private final CallBackAppeal callBack;
  private final CorrectAppeal correct;
  private final MergeAppeals merge;
  private final ExplainAppeals explain;

  AppealActController(Transactions transactions, AppealViews views, CaseDesk desk, DispatchAppeal dispatch, HandleAppeal handle, ExtendAppeal extend,
      ReplyToAppeal reply, CallBackAppeal callBack, CorrectAppeal correct, MergeAppeals merge,
      ExplainAppeals explain) {
    this.transactions = transactions;
    this.views = views;
    this.desk = desk;
    this.dispatch = dispatch;
    this.handle = handle;
    this.extend = extend;
    this.reply = reply;
    this.callBack = callBack;
    this.correct = correct;
    this.merge = merge;
    this.explain = explain;
  }

  @PostMapping("/accept")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView accept(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    dispatch.accept(key, id);
    return view(id);
  }

  @PostMapping("/dispatch")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView dispatch(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid DispatchBody body) {
    dispatch.dispatch(key, id, body.unit(), body.words());
    return view(id);
  }

  @PostMapping("/return")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView giveBack(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid AppealReasonBody body) {
    dispatch.giveBack(key, id, body.reason());
    return view(id);
  }

  @PostMapping("/handle")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView handle(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    handle.handle(key, id);
    return view(id);
  }

  @PostMapping("/progress")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView progress(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid AppealProgressBody body) {
    handle.progress(key, id, body.words(), body.visible(), list(body.evidence()));
    return view(id);
  }

  @PostMapping("/cooperate")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView cooperate(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid CooperateBody body) {
    handle.cooperate(key, id, body.units(), body.words());
    return view(id);
  }

  @PostMapping("/pause")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView pause(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid PauseBody body) {
    handle.pause(key, id, body.reason(), body.words());
    return view(id);
  }

  @PostMapping("/resume")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView resume(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid WordsBody body) {
    handle.resume(key, id, body.words());
    return view(id);
  }

  @PostMapping("/extension")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView extension(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid ExtensionBody body) {
    extend.ask(key, id, body.days(), body.reason());
    return view(id);
  }

  @PostMapping("/extension-decision")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView extensionDecision(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid ExtensionDecisionBody body) {
    extend.decide(key, id, body.grant(), body.words());
    return view(id);
  }

  @PostMapping("/reply")
  @Requires(Permission.APPEAL_HANDLE)
  AppealView reply(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid ReplyBody body) {
    reply.reply(key, id, new ReplyToAppeal.Answer(body.words(), body.outcome(),
        body.proofs().stream().map(ProofBody::proof).toList(), own(body.own())));
    return view(id);
  }

  @PostMapping("/call-back")
  @Requires(Permission.APPEAL_CALL_BACK)
  AppealView callBack(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid CallBackBody body) {
    callBack.callBack(key, id, new CallBackAppeal.Said(body.result(), body.resolved(), body.words()));
    return view(id);
  }

  @PostMapping("/lapse")
  @Requires(Permission.APPEAL_CALL_BACK)
  AppealView lapse(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    callBack.lapse(key, id);
    return view(id);
  }

  @PostMapping("/recheck")
  @Requires(Permission.APPEAL_CALL_BACK)
  AppealView recheck(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid RecheckBody body) {
    callBack.recheck(key, id, body.stands(), body.words());
    return view(id);
  }

  @PostMapping("/archive")
  @Requires(Permission.APPEAL_CALL_BACK)
  AppealView archive(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    callBack.archive(key, id);
    return view(id);
  }

  @PostMapping("/correct")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView correct(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid CorrectBody body) {
    correct.correct(key, id, body.version(), new CorrectAppeal.Wanted(body.classCode(), body.kind(), body.urgency(),
        body.confidential(), body.title(), body.place() == null ? null : body.place().where()));
    return view(id);
  }

  @PostMapping("/link")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView link(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid AppealLinkBody body) {
    correct.link(key, id, body.kind(), body.target(), body.words());
    return view(id);
  }

  @PostMapping("/supervise")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView supervise(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid AppealReasonBody body) {
    correct.supervise(key, id, body.reason());
    return view(id);
  }

  @PostMapping("/merge")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView merge(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid MergeBody body) {
    merge.merge(key, id, body.others(), body.words());
    return view(id);
  }

  @PostMapping("/separate")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView separate(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid WordsBody body) {
    merge.separate(key, id, body.words());
    return view(id);
  }

  @PostMapping("/split")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView split(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid SplitBody body) {
    merge.split(key, id, body.parts().stream()
        .map(part -> new MergeAppeals.Part(part.title(), part.words(), part.classCode())).toList());
    return view(id);
  }

  @DeleteMapping("/link/{target}")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView unlink(@PathVariable UUID id, @PathVariable UUID target) {
    correct.unlink(id, target);
    return view(id);
  }

  /** Takes away what was taken to explain the appeal; it does not come back by itself. */
  @DeleteMapping("/explanation/{target}")
  @Requires(Permission.APPEAL_DISPATCH)
  AppealView unexplain(@PathVariable UUID id, @PathVariable UUID target) {
    explain.remove(id, target);
    return view(id);
  }

  private AppealView view(UUID id) {
    return transactions.here(() -> views.one(desk.read(id)));
  }

  private static List<UUID> list(@Nullable List<UUID> given) {
    return given == null ? List.of() : given;
  }

  private static Map<UUID, String> own(@Nullable Map<UUID, String> given) {
    return given == null ? Map.of() : given;
  }
}
