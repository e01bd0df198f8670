package org.xingfuli.utilities.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Service;
import org.xingfuli.utilities.model.RequestState;
import org.xingfuli.utilities.model.Signed;

/**
 * A request as clients see it.
 *
 * @param answers where every service stands with the present window
 * @param history the answers to earlier windows
 * @param toSign the services the caller may answer for now
 * @param movable whether the window may still be moved or the request withdrawn
 * @param files drawings and photos
 */
record RequestView(
    UUID id,
    String number,
    RequestKind kind,
    UUID estateId,
    String estateName,
    List<Service> services,
    RequestState state,
    String reason,
    @Nullable String contact,
    WindowBody window,
    int round,
    LocalDate answerBy,
    boolean overdue,
    String requester,
    Instant requestedAt,
    @Nullable String closedReason,
    List<BuildingRef> buildings,
    List<AnswerView> answers,
    List<AnswerView> history,
    List<Service> toSign,
    boolean movable,
    List<FileView> files) {

  /** A building concerned. */
  record BuildingRef(UUID id, String number) {}

  /** A service's answer; none yet while {@code answer} is absent. */
  record AnswerView(Service service, Signed.@Nullable Answer answer, String reason, @Nullable WindowBody proposed,
      @Nullable String signer, @Nullable Instant signedAt, int round) {}

  /** A drawing or photo of the request; its bytes come from the request's own address. */
  record FileView(UUID id, boolean photo, String name, String caption) {}
}
