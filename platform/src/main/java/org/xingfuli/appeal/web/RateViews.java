package org.xingfuli.appeal.web;

import java.time.LocalDate;
import java.util.List;
import org.xingfuli.appeal.model.AppealRate;
import org.xingfuli.appeal.model.RateCount;
import org.xingfuli.appeal.model.RateStanding;
import org.xingfuli.appeal.store.RateStore;
import org.xingfuli.appeal.web.AppealView.AppealRow;
import org.xingfuli.identity.Words;

/** What people see of the rates of appeals. */
final class RateViews {

  private RateViews() {}

  /**
   * The rates of a period.
   *
   * @param from first day
   * @param to last day, itself within
   * @param total of all rows, in the order of the rates
   */
  record RatesView(LocalDate from, LocalDate to, RateStore.By by, List<RateView> rates, List<RateCell> total, List<RateRow> rows) {}

  /** What a rate counts, and whether a district has yet to confirm it. */
  record RateView(AppealRate rate, Words name, Words numerator, Words denominator, Words basis, List<Words> excludes,
      boolean unconfirmed, String source) {

    static RateView of(AppealRate rate) {
      return new RateView(rate, rate.words(), rate.numerator(), rate.denominator(), rate.basis(),
          rate.excluded().stream().map(RateStanding::words).toList(), rate.unconfirmed(), rate.source());
    }
  }

  /** A street, unit, class or estate; {@code NONE} for the cases that have none. */
  record RateRow(String key, Words name, List<RateCell> cells) {}

  /** Cases of a rate: above the line, below it, and left out; denominator and excluded are all of the period. */
  record RateCell(AppealRate rate, long numerator, long denominator, long excluded, List<RateReason> reasons) {

    static RateCell of(AppealRate rate, RateCount count) {
      return new RateCell(rate, count.numerator(), count.denominator(), count.excluded(),
          rate.excluded().stream().filter(count.standings()::containsKey)
              .map(reason -> new RateReason(reason, reason.words(), count.standings().getOrDefault(reason, 0L))).toList());
    }
  }

  /** Why so many were left out. */
  record RateReason(RateStanding standing, Words words, long cases) {}

  /**
   * A case as it stands in a rate.
   *
   * @param round which reply of the case is meant, 1 and one more for every reopening
   */
  record RateCase(AppealRow appeal, int round, RateStanding standing, Words words) {}
}
