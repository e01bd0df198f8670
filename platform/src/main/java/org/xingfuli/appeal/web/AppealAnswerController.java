package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.flow.AnswerMany;
import org.xingfuli.appeal.web.AppealBodies.AnswerDraftBody;
import org.xingfuli.appeal.web.AppealBodies.AnswersBody;
import org.xingfuli.appeal.web.AppealBodies.CaseAnswerBody;
import org.xingfuli.appeal.web.AppealBulkController.BulkResult;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.wire.Problem;
import org.xingfuli.wire.Problems;

/** Many appeals are answered at once: looked at first, then sent, each by itself. */
@RestController
@RequestMapping("/api/appeals/answers")
class AppealAnswerController {

  /**
   * What one would be answered.
   *
   * @param members those merged into it, each with words of its own
   * @param activity a finished one that shows the outcome
   * @param problem what keeps it from being sent
   */
  record AnswerDraft(UUID id, String number, String title, String words, List<MemberDraft> members, @Nullable UUID activity,
      @Nullable Problem problem) {}

  record MemberDraft(UUID id, String number, String words) {}

  private final Transactions transactions;
  private final AnswerMany answers;
  private final Problems problems;

  AppealAnswerController(Transactions transactions, AnswerMany answers, Problems problems) {
    this.transactions = transactions;
    this.answers = answers;
    this.problems = problems;
  }

  /** The words for each, and what keeps which from being sent; those out of reach are left out. Nothing is written. */
  @PostMapping("/preview")
  @Requires(Permission.APPEAL_HANDLE)
  List<AnswerDraft> preview(@RequestBody @Valid AnswerDraftBody body) {
    return transactions.picture(() -> answers.drafts(body.ids(), body.words(), body.outcome(), body.paper()).stream().map(draft -> {
      var appeal = draft.filled().appeal();
      return new AnswerDraft(appeal.id(), appeal.number(), appeal.title(), draft.filled().words(), draft.members().stream()
          .map(member -> new MemberDraft(member.appeal().id(), member.appeal().number(), member.words())).toList(), draft.activity(),
          draft.faults().isEmpty() ? null : problems.of(draft.faults()));
    }).toList());
  }

  /** Each by itself: one that is refused keeps none of the others back. Signed by whoever is signed in. */
  @PostMapping
  @Requires(Permission.APPEAL_HANDLE)
  List<BulkResult> send(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody @Valid AnswersBody body) {
    if (CurrentScope.get().token() != null) {
      throw new Refused(Refusal.of("appeal.reply-by-person"));
    }
    var known = new HashSet<UUID>();
    var results = body.cases().stream().filter(one -> known.add(one.id())).map(one -> one(key, one, body)).toList();
    int sent = (int) results.stream().filter(BulkResult::done).count();
    if (sent > 0) {
      answers.sent(key, body.template(), sent);
    }
    return results;
  }

  private BulkResult one(@Nullable String key, CaseAnswerBody one, AnswersBody body) {
    try {
      answers.answer(AppealBulkController.keyOf(key, one.id()),
          new AnswerMany.Case(one.id(), one.words(), one.members() == null ? Map.of() : one.members(), one.activity()), body.outcome(),
          body.paper());
      return new BulkResult(one.id(), true, null);
    } catch (Refused refused) {
      return new BulkResult(one.id(), false, problems.of(refused.refusals()));
    }
  }
}
