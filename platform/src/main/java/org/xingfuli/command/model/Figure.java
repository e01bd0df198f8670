package org.xingfuli.command.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure: sums over the rows it was counted from.
 *
 * @param value absent when there is nothing to count: no data is not zero
 * @param small whether the denominator is so small that one row more would turn it
 */
public record Figure(FigureRule rule, double numerator, double denominator, @Nullable Double value, int rows, boolean small) {

  public static Figure of(FigureRule rule, List<Counted> counted) {
    var part = tenth(counted.stream().mapToDouble(Counted::part).sum());
    var whole = tenth(counted.stream().mapToDouble(Counted::whole).sum());
    var share = rule.measure().share();
    Double value = rule.measure() == Measure.NO_DATA || share && whole == 0 ? null
        : share ? Double.valueOf(Math.round(1000 * part / whole) / 10.0) : Double.valueOf(part);
    return new Figure(rule, part, whole, value, counted.size(), share && whole > 0 && counted.size() < rule.least());
  }

  static double tenth(double amount) {
    return Math.round(amount * 10) / 10.0;
  }
}
