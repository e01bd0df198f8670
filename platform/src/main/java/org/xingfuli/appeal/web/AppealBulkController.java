package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.CorrectAppeal;
import org.xingfuli.appeal.flow.DispatchAppeal;
import org.xingfuli.appeal.flow.RevealComplainant;
import org.xingfuli.appeal.web.AppealBodies.BulkBody;
import org.xingfuli.identity.RevealReason;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problem;
import org.xingfuli.wire.Problems;

/** The same act on many appeals, and a look at who appealed. */
@RestController
@RequestMapping("/api/appeals")
class AppealBulkController {

  private final DispatchAppeal dispatch;
  private final CorrectAppeal correct;
  private final RevealComplainant reveal;
  private final Problems problems;

  AppealBulkController(DispatchAppeal dispatch, CorrectAppeal correct, RevealComplainant reveal, Problems problems) {
    this.dispatch = dispatch;
    this.correct = correct;
    this.reveal = reveal;
    this.problems = problems;
  }

  /** What became of one of many; a problem for the one that was refused. */
  record BulkResult(UUID id, boolean done, @Nullable Problem problem) {}

  /** Why: one of the usual reasons, and some words of one's own. */
  record ComplainantAsked(@NotNull RevealReason usual, @NotNull @Size(max = 200) String reason) {}

  /**
   * The complainant in clear.
   *
   * @param until the screen shows it no longer
   * @param left how many looks are left today
   */
  record RevealedComplainant(UUID appealId, @Nullable String name, @Nullable String phone, @Nullable String door, Instant until,
      int left) {}

  /** Each by itself: one that is refused keeps none of the others back. */
  @PostMapping("/bulk")
  @Requires(Permission.APPEAL_DISPATCH)
  List<BulkResult> bulk(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid BulkBody body) {
    if (body.act() == AppealBodies.BulkAct.DISPATCH && body.unit() == null) {
      throw new Refused(Refusal.of("validation.missing", Map.of("pointer", "/unit")));
    }
    return body.ids().stream().distinct().map(id -> one(keyOf(key, id), id, body)).toList();
  }

  /** The request id of one of many: the many's own, and the end of the one's id, which is random. */
  static @Nullable String keyOf(@Nullable String key, UUID id) {
    return key == null ? null : key + "." + id.toString().substring(24);
  }

  private BulkResult one(@Nullable String key, UUID id, BulkBody body) {
    try {
      var unit = body.unit();
      switch (body.act()) {
        case ACCEPT -> dispatch.accept(key, id);
        case DISPATCH -> dispatch.dispatch(key, id, unit == null ? id : unit, body.words());
        case SUPERVISE -> correct.supervise(key, id, body.words() == null ? "" : body.words());
      }
      return new BulkResult(id, true, null);
    } catch (Refused refused) {
      return new BulkResult(id, false, problems.of(refused.refusals()));
    }
  }

  @PostMapping("/{id}/reveal")
  @Requires(value = Permission.PERSONAL_REVEAL, freshSecondFactor = true)
  ResponseEntity<RevealedComplainant> reveal(@PathVariable UUID id, @RequestBody @Valid ComplainantAsked asked) {
    var seen = reveal.reveal(id, asked.usual(), asked.reason());
    var who = seen.complainant();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new RevealedComplainant(id, who.name(), who.phone(),
        who.door(), seen.granted().until(), seen.granted().left()));
  }
}
