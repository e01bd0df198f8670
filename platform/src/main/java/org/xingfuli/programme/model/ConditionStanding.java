package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody, or another module, stated of a gate's condition; the last statement counts.
 *
 * @param reason why it was waived or opened again; what was found when it was met
 * @param via {@code HAND}, or the module whose event said so
 */
public record ConditionStanding(
    UUID id, UUID projectId, String area, String gate, String condition, ConditionState state, String reason,
    List<UUID> evidence, LocalDate on, Instant at, UUID by, String byName, String via) {

  public static final String HAND = "HAND";
}
