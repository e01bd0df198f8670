package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A contract of a project, in 元.
 *
 * @param carried whether it was signed in a year the project was carried over from
 * @param valuedBefore what was valued of it in those years
 */
public record Contract(
    UUID id, UUID projectId, String area, String number, String name, String party, LocalDate signedOn,
    BigDecimal amount, boolean carried, BigDecimal valuedBefore, Instant enteredAt, String enteredBy) {

  /** What it still binds of the year's money. */
  public BigDecimal open() {
    return amount.subtract(valuedBefore).max(BigDecimal.ZERO);
  }
}
