package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A contract of a project; {@code amount} in 元. */
public record Contract(
    UUID id, UUID projectId, String area, String number, String name, String party, LocalDate signedOn,
    BigDecimal amount, Instant enteredAt, String enteredBy) {}
