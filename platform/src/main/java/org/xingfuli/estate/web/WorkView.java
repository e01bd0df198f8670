package org.xingfuli.estate.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkClass;
import org.xingfuli.estate.WorkLane;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.model.Menu;
import org.xingfuli.estate.model.SiteLimit;
import org.xingfuli.identity.Words;

/**
 * An estate's menu of works; costs in 元.
 *
 * @param surveyNumber the survey the quantities come from; null while they come from the register
 * @param derivedAt null while no menu was made
 * @param total of everything that was not dropped; likewise the sums by class and lane
 * @param perSquareMetre the total over the estate's floor area, 元/㎡; null without an area
 */
record WorkView(
    UUID estateId,
    @Nullable Integer surveyNumber,
    @Nullable Instant derivedAt,
    List<Row> works,
    Map<WorkClass, Sum> byClass,
    Map<WorkLane, Sum> byLane,
    Sum total,
    @Nullable BigDecimal perSquareMetre,
    List<SiteLimit.Standing> limits,
    boolean unconfirmed,
    int version) {

  /** A work; the cost and its range for the whole quantity. */
  record Row(
      UUID id,
      String code,
      Words name,
      WorkClass workClass,
      WorkLane lane,
      BigDecimal quantity,
      BigDecimal derived,
      boolean corrected,
      Words unit,
      BigDecimal unitCost,
      BigDecimal unitCostLow,
      BigDecimal unitCostHigh,
      BigDecimal cost,
      BigDecimal costLow,
      BigDecimal costHigh,
      List<String> activities,
      WorkMark mark,
      @Nullable String reason,
      String source,
      boolean unconfirmed,
      int version) {

    static Row of(WorkLine line) {
      return new Row(line.id(), line.code(), line.name(), line.workClass(), line.lane(), line.quantity(), line.derived(),
          line.corrected(), line.unit(), line.unitCost(), line.costLow(), line.costHigh(), line.cost(),
          money(line.quantity().multiply(line.costLow())), money(line.quantity().multiply(line.costHigh())),
          line.activities(), line.mark(), line.reason(), line.source(), line.unconfirmed(), line.version());
    }
  }

  /** What so many works cost together, and the range. */
  record Sum(int works, BigDecimal cost, BigDecimal costLow, BigDecimal costHigh) {

    static Sum of(List<Row> rows) {
      return new Sum(rows.size(), sum(rows, Row::cost), sum(rows, Row::costLow), sum(rows, Row::costHigh));
    }

    private static BigDecimal sum(List<Row> rows, Function<Row, BigDecimal> cost) {
      return rows.stream().map(cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  static WorkView of(Estate estate, @Nullable Menu menu, @Nullable Integer survey, List<WorkLine> lines,
      List<SiteLimit> limits) {
    var rows = lines.stream().map(Row::of).toList();
    var counting = rows.stream().filter(row -> row.mark() != WorkMark.DROPPED).toList();
    var byClass = new LinkedHashMap<WorkClass, Sum>();
    Arrays.stream(WorkClass.values()).forEach(value -> byClass.put(value,
        Sum.of(counting.stream().filter(row -> row.workClass() == value).toList())));
    var byLane = new LinkedHashMap<WorkLane, Sum>();
    Arrays.stream(WorkLane.values()).forEach(value -> byLane.put(value,
        Sum.of(counting.stream().filter(row -> row.lane() == value).toList())));
    var total = Sum.of(counting);
    var standing = new ArrayList<SiteLimit.Standing>();
    for (var limit : limits) {
      counting.stream().filter(row -> row.code().equals(limit.work())).findFirst()
          .ifPresent(row -> standing.add(limit.standing(row.quantity(), estate.quantities().byDriver())));
    }
    return new WorkView(estate.id(), survey, menu == null ? null : menu.derivedAt(), rows, byClass, byLane, total,
        estate.floorArea().signum() == 0 ? null : total.cost().divide(estate.floorArea(), 0, RoundingMode.HALF_UP),
        standing, rows.stream().anyMatch(Row::unconfirmed), menu == null ? 0 : menu.version());
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
