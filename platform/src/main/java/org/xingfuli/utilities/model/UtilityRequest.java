package org.xingfuli.utilities.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.utilities.RequestKind;
import org.xingfuli.utilities.Service;

/**
 * A request as it stands.
 *
 * @param round counts the windows it has had; answers to earlier ones no longer count
 * @param answerBy the day by which every service should have answered to this window
 * @param requester title of whoever asked
 * @param signatures the answers of all rounds, in the order they were given
 */
public record UtilityRequest(
    UUID id,
    String number,
    RequestKind kind,
    UUID estateId,
    String area,
    @Nullable UUID projectId,
    List<Service> services,
    RequestState state,
    String reason,
    @Nullable String contact,
    Window window,
    int round,
    LocalDate answerBy,
    UUID requestedBy,
    String requester,
    Instant requestedAt,
    @Nullable String closedReason,
    List<AffectedBuilding> buildings,
    List<Signature> signatures) {

  /** A building that is concerned. */
  public record AffectedBuilding(UUID id, String number) {}

  /** One answer. */
  public record Signature(
      Service service, int round, Signed.Answer answer, String reason, @Nullable Window proposed, UUID signedBy,
      String signer, Instant signedAt) {}

  /** The answers to the present window. */
  public List<Signature> present() {
    return signatures.stream().filter(signature -> signature.round() == round).toList();
  }

  /** The services that have not answered to the present window. */
  public List<Service> open() {
    var answered = present().stream().map(Signature::service).toList();
    return state == RequestState.AWAITING
        ? services.stream().filter(service -> !answered.contains(service)).toList()
        : List.of();
  }

  /** Whether a service has let the day pass by which it should have answered. */
  public boolean overdue(LocalDate today) {
    return state == RequestState.AWAITING && today.isAfter(answerBy);
  }
}
