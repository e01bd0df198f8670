package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * One activity of the template every project is expanded from; all of it an assumption (data/wbs) until a district
 * puts in its own figures.
 *
 * @param duration calendar days at the reference quantity
 * @param scalingShare the part of the duration (0 to 1) that grows with the quantity
 * @param earliest a day of the year before which it may not start
 * @param rainSensitivity 0 to 1
 * @param concealed whether the work is covered afterwards and needs acceptance before
 * @param source where name or duration come from
 */
public record TemplateActivity(
    String code,
    Words name,
    String phase,
    int duration,
    Driver driver,
    @Nullable BigDecimal referenceQuantity,
    String unit,
    BigDecimal scalingShare,
    List<CrewNeed> crews,
    List<Relation> predecessors,
    @Nullable Earliest earliest,
    boolean outdoor,
    BigDecimal rainSensitivity,
    boolean concealed,
    CalendarKind calendar,
    boolean assumption,
    String source,
    int version) {

  /** Office work rests on weekends and statutory holidays; site work only at the Spring Festival. */
  public enum CalendarKind { OFFICE, SITE }

  /** The name up to its first comma: what people call it on site. */
  public Words shortName() {
    return Words.of(name.zh().split("[、，,(（]", 2)[0], name.en().split("[,(:]", 2)[0].strip());
  }

  /**
   * Calendar days for a project's quantity: reference duration × (1 − share + share × quantity ÷ reference quantity),
   * rounded up, at least 1 (data/wbs). Exact, so that the reference quantity gives the reference duration.
   */
  public int durationFor(Quantities quantities) {
    if (driver == Driver.FIXED || referenceQuantity == null || referenceQuantity.signum() == 0) {
      return duration;
    }
    var scaled = BigDecimal.ONE.subtract(scalingShare).multiply(referenceQuantity)
        .add(scalingShare.multiply(quantities.of(driver)))
        .multiply(BigDecimal.valueOf(duration));
    return Math.max(1, scaled.divide(referenceQuantity, 0, RoundingMode.CEILING).intValueExact());
  }

  /** The same row waiting for these instead. */
  public TemplateActivity waitingFor(List<Relation> relations) {
    return new TemplateActivity(code, name, phase, duration, driver, referenceQuantity, unit, scalingShare, crews,
        relations, earliest, outdoor, rainSensitivity, concealed, calendar, assumption, source, version);
  }
}
