package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was valued or paid of a project in a month; never changed, a wrong amount is taken back by a negative one.
 *
 * @param month its first day
 * @param amount 元
 * @param document the source: number of the valuation or of the payment
 */
public record LedgerEntry(
    UUID id, UUID projectId, String area, LocalDate month, Kind kind, BigDecimal amount, String document, String note,
    LocalDate enteredOn, Instant enteredAt, String enteredBy) {

  /** Work that was measured and priced, or money that was paid. */
  public enum Kind { VALUATION, PAYMENT }

  /**
   * The kind that counts as actual cost: valuations where there are any, since payments follow them and keep something
   * back; otherwise payments.
   */
  public static Kind counting(List<LedgerEntry> entries) {
    return entries.stream().anyMatch(entry -> entry.kind() == Kind.VALUATION) ? Kind.VALUATION : Kind.PAYMENT;
  }

  /** The day from which it counts: the last of its month. */
  public LocalDate counts() {
    return month.withDayOfMonth(month.lengthOfMonth());
  }
}
