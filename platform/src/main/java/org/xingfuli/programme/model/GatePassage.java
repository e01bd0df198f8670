package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A gate that was passed.
 *
 * @param waived how many of its conditions were waived then
 * @param carried whether it was passed in the year the project was carried over from
 */
public record GatePassage(
    UUID projectId, String area, String gate, LocalDate on, Instant at, UUID by, String byName, int waived,
    boolean carried) {}
