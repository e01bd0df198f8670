package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.model.Outcome;
import org.xingfuli.appeal.model.PauseReason;
import org.xingfuli.appeal.model.Proof;
import org.xingfuli.appeal.store.ReplyStore.Result;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** What people send when they act on appeals. */
final class AppealBodies {

  private AppealBodies() {}

  /** An appeal that a clerk registers for somebody. */
  record AppealBodyNew(@NotNull Channel channel, @Nullable String originalNumber, @NotNull AppealKind kind,
      @Nullable Urgency urgency, @Nullable String title, @NotNull String words, @Nullable String classCode,
      @Nullable Boolean confidential, @Nullable String area, @Nullable UUID estateId, @Nullable UUID buildingId,
      @Nullable String building, @Nullable @Positive Integer stairwell, @Nullable String place, @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude, @Nullable @Valid ComplainantBody complainant, @Nullable Instant saidAt) {

    NewAppeal appeal() {
      if (area == null && estateId == null) {
        throw new Refused(Refusal.of("appeal.no-place", Map.of("pointer", "/estateId")));
      }
      return new NewAppeal(channel, blank(originalNumber), kind, urgency, title, words, blank(classCode),
          confidential != null && confidential,
          new NewAppeal.Where(area == null ? "" : area, estateId, buildingId, blank(building), stairwell, blank(place), latitude,
              longitude), complainant == null ? Complainant.ANONYMOUS : complainant.complainant(), saidAt);
    }
  }

  /** Who appeals; nobody is asked for an identity number. */
  record ComplainantBody(Complainant.@NotNull Kind kind, @Nullable String name, @Nullable String phone, @Nullable String door,
      Complainant.@Nullable ReplyBy replyBy, @Nullable Boolean consent) {

    Complainant complainant() {
      var how = replyBy != null ? replyBy : blank(phone) == null ? Complainant.ReplyBy.NONE : Complainant.ReplyBy.PHONE;
      return new Complainant(kind, blank(name), blank(phone), blank(door), how, null);
    }
  }

  static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Words to an act that may go without. */
  record WordsBody(@Nullable @Size(max = 2000) String words) {}

  /** A reason, which must be given. */
  record AppealReasonBody(@NotBlank String reason) {}

  record DispatchBody(@NotNull UUID unit, @Nullable String words) {}

  /** @param visible whether the complainant reads it */
  record AppealProgressBody(@NotBlank String words, boolean visible, @Nullable List<UUID> evidence) {}

  record CooperateBody(@NotEmpty List<UUID> units, @NotBlank String words) {}

  record PauseBody(@NotNull PauseReason reason, @NotBlank String words) {}

  record ExtensionBody(@Positive int days, @NotBlank String reason) {}

  record ExtensionDecisionBody(boolean grant, @Nullable String words) {}

  /** @param own further words for single members of the merge */
  record ReplyBody(@NotBlank String words, @NotNull Outcome outcome, @NotNull List<@Valid ProofBody> proofs,
      @Nullable Map<UUID, String> own) {}

  record ProofBody(Proof.@NotNull Kind kind, @Nullable UUID target, @Nullable String words) {

    Proof proof() {
      return new Proof(kind, target, words == null ? "" : words.strip());
    }
  }

  record CallBackBody(@NotNull Result result, @Nullable Boolean resolved, @Nullable String words) {}

  record RecheckBody(boolean stands, @NotBlank String words) {}

  record CorrectBody(int version, @Nullable String classCode, @Nullable AppealKind kind, @Nullable Urgency urgency,
      @Nullable Boolean confidential, @Nullable String title, @Nullable @Valid PlaceBody place) {}

  /** Where it really is; an estate brings its area. */
  record PlaceBody(@Nullable String area, @Nullable UUID estateId, @Nullable UUID buildingId, @Nullable @Positive Integer stairwell,
      @Nullable String place) {

    NewAppeal.Where where() {
      if (area == null && estateId == null) {
        throw new Refused(Refusal.of("appeal.no-place", Map.of("pointer", "/place/estateId")));
      }
      return new NewAppeal.Where(area == null ? "" : area, estateId, buildingId, null, stairwell, blank(place), null, null);
    }
  }

  record AppealLinkBody(@NotBlank String kind, @NotNull UUID target, @NotBlank String words) {}

  record MergeBody(@NotEmpty List<UUID> others, @Nullable String words) {}

  record SplitBody(@NotEmpty List<@Valid PartBody> parts) {}

  record PartBody(@NotBlank String title, @NotBlank String words, @Nullable String classCode) {}

  /**
   * Words, outcome and proof that many are to be answered with, to be looked at before anything is sent.
   *
   * @param words with places in braces, as of a template
   * @param paper what shows the outcome of each: name and number of a paper on file
   */
  record AnswerDraftBody(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids, @NotBlank @Size(max = 2000) String words,
      @NotNull Outcome outcome, @Nullable @Size(max = 200) String paper) {}

  /**
   * Answers to many, each with the words that were seen for it.
   *
   * @param template they were made from, if it was one
   */
  record AnswersBody(@Nullable UUID template, @NotNull Outcome outcome, @Nullable @Size(max = 200) String paper,
      @NotEmpty @Size(max = 200) List<@NotNull @Valid CaseAnswerBody> cases) {}

  /**
   * @param members words of those merged into it, by their ids
   * @param activity that is finished and shows the outcome
   */
  record CaseAnswerBody(@NotNull UUID id, @NotBlank @Size(max = 2000) String words, @Nullable Map<UUID, String> members,
      @Nullable UUID activity) {}

  /** The same act on many; each succeeds or fails by itself. */
  record BulkBody(@NotEmpty @Size(max = 200) List<UUID> ids, @NotNull BulkAct act, @Nullable UUID unit, @Nullable String words) {}

  /** What can be done to many at once. */
  enum BulkAct { ACCEPT, DISPATCH, SUPERVISE }
}
