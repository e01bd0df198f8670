package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A gate that was passed.
 *
 * @param waived how many of its conditions were waived then
 */
public record GatePassage(
    UUID projectId, String area, String gate, LocalDate on, Instant at, UUID by, String byName, int waived) {}
