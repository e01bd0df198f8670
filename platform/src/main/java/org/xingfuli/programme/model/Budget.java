package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.kernel.Refusal;

/**
 * One version of a project's budget: works by quantity and unit cost, and a contingency upon them. 元.
 *
 * @param document by which it was approved; blank for a draft
 * @param revision of a draft; the second who edits is told
 * @param writtenBy who wrote its lines last; null where the platform did, or it is not on record who
 */
public record Budget(
    UUID id, UUID projectId, String area, int version, BudgetState state, BigDecimal contingencyPercent, Origin origin,
    String note, String document, int revision, Instant createdAt, String createdBy,
    @Nullable UUID writtenBy, @Nullable Instant approvedAt,
    @Nullable String approvedBy, @Nullable LocalDate approvedOn, List<Line> lines) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_LINES = 200;
  private static final BigDecimal MOST = new BigDecimal("100000000");

  /** Where its lines come from. */
  public enum Origin { MENU, WORKBOOK, CARRIED }

  /** The class of a work by 国办发〔2020〕23号, or another cost. */
  public enum WorkClass { BASIC, IMPROVED, ENHANCED, OTHER }

  /**
   * A work.
   *
   * @param activities codes of the template's activities that do it; its cost is spread over them by their planned days
   * @param unconfirmed quantity or unit cost is an assumption
   */
  public record Line(
      String code, String nameZh, String nameEn, WorkClass workClass, String unit, BigDecimal quantity,
      BigDecimal unitCost, List<String> activities, boolean unconfirmed, String source) {

    public Line {
      activities = List.copyOf(activities);
    }

    public Line withQuantity(BigDecimal other) {
      return new Line(code, nameZh, nameEn, workClass, unit, other, unitCost, activities, unconfirmed, source);
    }

    /** To the fen. */
    public BigDecimal amount() {
      return quantity.multiply(unitCost).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** What the works come to. */
  public BigDecimal works() {
    return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  public BigDecimal contingency() {
    return works().multiply(contingencyPercent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  public BigDecimal total() {
    return works().add(contingency());
  }

  /** Every fault of the lines at once, each with its place; {@code known} are the template's codes. */
  public static List<Refusal> faults(List<Line> lines, BigDecimal contingencyPercent, Set<String> known) {
    var faults = new ArrayList<Refusal>();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      faults.add(Refusal.of("programme.budget-lines", Map.of("lines", lines.size(), "most", MOST_LINES, "pointer", "/lines")));
    }
    if (contingencyPercent.signum() < 0 || contingencyPercent.compareTo(HUNDRED) > 0) {
      faults.add(Refusal.of("programme.contingency-out-of-range",
          Map.of("percent", contingencyPercent, "pointer", "/contingencyPercent")));
    }
    var met = new HashSet<String>();
    for (int at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      var where = "/lines/" + at;
      if (!met.add(line.code())) {
        faults.add(Refusal.of("programme.budget-code-twice", Map.of("code", line.code(), "pointer", where + "/code")));
      }
      if (outside(line.quantity())) {
        faults.add(Refusal.of("programme.amount-out-of-range",
            Map.of("amount", line.quantity(), "code", line.code(), "pointer", where + "/quantity")));
      }
      if (outside(line.unitCost())) {
        faults.add(Refusal.of("programme.amount-out-of-range",
            Map.of("amount", line.unitCost(), "code", line.code(), "pointer", where + "/unitCost")));
      }
      for (var activity : line.activities()) {
        if (!known.contains(activity)) {
          faults.add(Refusal.of("programme.budget-activity-unknown",
              Map.of("activity", activity, "code", line.code(), "pointer", where + "/activities")));
        }
      }
    }
    return faults;
  }

  private static boolean outside(BigDecimal amount) {
    return amount.signum() < 0 || amount.compareTo(MOST) > 0;
  }
}
