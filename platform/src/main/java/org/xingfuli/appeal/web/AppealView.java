package org.xingfuli.appeal.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Step;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.AnnouncementKind;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.Course;
import org.xingfuli.appeal.model.Link;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.TimeLimit;

/**
 * An appeal as people see it, with everything that happened to it.
 *
 * @param acts what the caller may do with it now
 * @param clocks of every round, the running ones first in their order
 * @param suggestion classes its words speak for
 * @param explanations what is announced and explains it
 * @param members appeals merged into it
 * @param sameCaller other appeals of the same telephone number within the last months
 */
record AppealView(UUID id, AppealRow row, String words, @Nullable String originalNumber, @Nullable String place,
    @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, Instant saidAt, @Nullable ComplainantView complainant,
    SuggestionView suggestion,
    int round, @Nullable UUID mergedInto, @Nullable String mergedIntoNumber, @Nullable UUID splitFrom,
    @Nullable Outcome outcome, @Nullable Boolean resolved, @Nullable Boolean satisfied, @Nullable Instant repliedAt,
    @Nullable Instant closedAt, int version, List<AppealState.Act> acts, List<ClockView> clocks, List<EntryView> timeline,
    List<ReplyView> replies, List<CallBackView> callBacks, List<AppealRow> members, List<AppealRow> sameCaller,
    List<SupportView> supports, @Nullable ExtensionView extension, List<LinkView> links, List<FileView> files, @Nullable ProposalView proposal,
    List<ExplanationView> explanations) {

  /**
   * An appeal in a list.
   *
   * @param due the clock that ends first; none when nothing runs
   * @param complainants how many are answered with it, itself included
   * @param promise the broken one, otherwise the next one
   */
  record AppealRow(UUID id, String number, Channel channel, AppealKind kind, Urgency urgency, AppealState state, String title,
      @Nullable String classCode, @Nullable Words className, @Nullable String classBy, boolean confidential, String area, String areaName,
      @Nullable UUID estateId, @Nullable String estateName, @Nullable UUID buildingId, @Nullable String building,
      @Nullable Integer stairwell, Instant receivedAt, @Nullable UUID leadId, @Nullable String leadName, int reopened,
      int escalation, @Nullable DueView due, @Nullable PromisedView promise) {

    /** The same where a title is not for everybody's eyes. */
    AppealRow untitled() {
      return new AppealRow(id, number, channel, kind, urgency, state, "", classCode, className, classBy, confidential, area, areaName,
          estateId, estateName, buildingId, building, stairwell, receivedAt, leadId, leadName, reopened, escalation, due, promise);
    }
  }

  /** A time said aloud that was not kept, or is still to come. */
  record PromisedView(String said, Instant dueAt, boolean broken) {}

  /** When something is due. */
  record DueView(Step step, Instant at, @Nullable Instant warnAt, boolean overdue, boolean soon) {}

  /**
   * What the words speak for, for a person to confirm.
   *
   * @param refused whether the lead of the first is too small to be worth a suggestion
   * @param source {@code rules}, or {@code model:} and the version of what corrections have taught
   */
  record SuggestionView(List<SuggestedClass> classes, boolean refused, List<SuggestedBy> reasons,
      String source, List<SuggestedUnit> units) {}

  /** A unit the appeal may belong to, and why. */
  record SuggestedUnit(UUID unit, String name, Words because) {}

  record SuggestedClass(String code, Words name) {}

  /** Words of the appeal that spoke for a class. */
  record SuggestedBy(String words, String code) {}

  /** Who appealed, masked; in clear only with a reason. */
  record ComplainantView(Complainant.Kind kind, @Nullable String name, @Nullable String phone, @Nullable String door,
      Complainant.ReplyBy replyBy, boolean onRecord) {}

  /**
   * A clock and where it stands.
   *
   * @param share of the limit that is used, 0 to 1
   * @param unconfirmed whether its rule is an assumption
   */
  record ClockView(Step step, int round, Course course, Words limit, Instant startedAt, LocalDate dueOn, Instant dueAt,
      @Nullable Instant warnAt, @Nullable Instant stoppedAt, TimeLimit.Unit counted, long used, long left, double share,
      Words words, Words arithmetic, String ruleCode, int ruleVersion, String source, boolean unconfirmed, boolean provisional) {}

  /** One line of the timeline; {@code name} is what the act is called. */
  record EntryView(UUID id, Instant at, String act, Words name, @Nullable Link link, String by, @Nullable String unit,
      String words, boolean visible, int round) {}

  record ReplyView(UUID id, int round, String words, Outcome outcome, String signer, Instant signedAt, boolean withLead,
      List<ProofView> proofs) {}

  record ProofView(Proof.Kind kind, @Nullable UUID target, String words) {}

  record CallBackView(UUID id, int round, Instant at, Result result, @Nullable Boolean resolved, String words, String by,
      boolean byComplainant, boolean recheck) {}

  record SupportView(UUID unit, String name, String asked, Instant askedAt, @Nullable String answer,
      @Nullable Instant answeredAt) {}

  record ExtensionView(int days, String reason, Instant askedAt) {}

  /** What a finished activity says the reply may be, and the activity as its proof. */
  record ProposalView(UUID activity, String words) {}

  /**
   * An announced outage or running works that explain the appeal.
   *
   * @param reason what, where, from when to when, and who announced it
   * @param reply words that may be said in the reply
   * @param unconfirmed whether the rule that links them is an assumption
   */
  record ExplanationView(AnnouncementKind kind, UUID target, String number, Words name, Words reason, String reply, boolean unconfirmed,
      Instant linkedAt) {}

  record LinkView(String kind, UUID target, String words, Instant linkedAt) {}

  /** A photo or document; its bytes come from the address of evidence. */
  record FileView(UUID id, boolean photo, String caption, Instant receivedAt) {}
}
