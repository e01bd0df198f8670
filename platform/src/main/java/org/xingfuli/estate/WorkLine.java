package org.xingfuli.estate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.Words;

/**
 * One work of an estate's menu, as other modules read it.
 *
 * @param code the catalogue's code, such as {@code W01}; unique within an estate
 * @param quantity what holds, in {@code unit}
 * @param derived what the catalogue made of the survey, or of the register while there is none
 * @param corrected somebody set the quantity; it then differs from what was derived
 * @param unitCost 元 a unit; {@code costLow} and {@code costHigh} are the catalogue's range, 元 a unit too
 * @param activities codes of the programme's template this work is done by, such as {@code R01}
 * @param source where the unit cost comes from
 * @param unconfirmed the unit cost is an assumption; screens say so
 * @param reason why it was corrected, adopted or dropped, as last said
 * @param version the number a change must name
 */
public record WorkLine(
    UUID id,
    UUID estateId,
    String code,
    Words name,
    WorkClass workClass,
    WorkLane lane,
    BigDecimal quantity,
    BigDecimal derived,
    boolean corrected,
    Words unit,
    BigDecimal unitCost,
    BigDecimal costLow,
    BigDecimal costHigh,
    List<String> activities,
    WorkMark mark,
    @Nullable String reason,
    String source,
    boolean unconfirmed,
    int version) {

  public WorkLine {
    activities = List.copyOf(activities);
  }

  /** What the work costs, 元, to the fen. */
  public BigDecimal cost() {
    return quantity.multiply(unitCost).setScale(2, RoundingMode.HALF_UP);
  }

  /** Whether it counts: everything on the menu that nobody dropped. */
  public boolean counts() {
    return mark != WorkMark.DROPPED;
  }
}
