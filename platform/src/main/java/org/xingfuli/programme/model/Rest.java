package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was left of a project's activities when the year took it over. In the year that goes on with it, works are paid for and
 * counted by what was left of them; a project that began in its year has all of everything left.
 *
 * @param byCode by code of the template's activity
 */
public record Rest(Map<String, Activity> byCode) {

  private static final Activity UNTOUCHED = new Activity(0, 1);

  public Rest {
    byCode = Map.copyOf(byCode);
  }

  /**
   * An activity as it came.
   *
   * @param percent done by then
   * @param days planned in the year it comes from: its weight among the activities of a work
   */
  public record Activity(int percent, int days) {}

  /** The part (0 to 1) of a work that was left, its activities weighed by their planned days; all of a work without any. */
  public BigDecimal of(List<String> activities) {
    long all = 0;
    long left = 0;
    for (var code : activities) {
      var activity = byCode.getOrDefault(code, UNTOUCHED);
      all += 100L * activity.days();
      left += (100L - activity.percent()) * activity.days();
    }
    return all == 0 ? BigDecimal.ONE : BigDecimal.valueOf(left).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP);
  }

  /** The lines with the quantities that were left of them; without those of which nothing was. */
  public List<Budget.Line> of(Collection<Budget.Line> lines) {
    return lines.stream()
        .map(line -> line.withQuantity(line.quantity().multiply(of(line.activities())).setScale(2, RoundingMode.HALF_UP)))
        .filter(line -> line.quantity().signum() > 0).toList();
  }

  /** So many of an activity's days as were left: what it weighs among the activities of a work. */
  public static double left(long days, int carried) {
    return days * (100 - carried) / 100.0;
  }

  /**
   * The part (0 to 1) of what was left of an activity that is done at a percentage.
   *
   * @param percent of the whole activity, 0 to 100; less than what it came with counts as nothing done
   * @param carried percent it came with; of a finished activity nothing is left to do
   */
  public static double done(double percent, int carried) {
    return carried >= 100 ? 0 : Math.max(0, percent - carried) / (100 - carried);
  }
}
