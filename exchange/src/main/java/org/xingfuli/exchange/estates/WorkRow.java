package org.xingfuli.exchange.estates;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A work of an estate's menu as a row of its workbook. Read back are quantity, unit cost and mark; the rest is for the eye.
 *
 * @param row as Excel numbers it; 0 when it is to be written
 * @param derived what the catalogue makes of the survey
 * @param unitCost 元 a unit; {@code cost} is the whole, 元
 * @param mark one of {@link #PROPOSED}, {@link #ADOPTED}, {@link #DROPPED}
 */
public record WorkRow(int row, String code, String name, String workClass, String unit, BigDecimal derived,
    BigDecimal quantity, BigDecimal unitCost, String mark, BigDecimal cost, @Nullable String reason) {

  public static final String PROPOSED = "待定";
  public static final String ADOPTED = "采用";
  public static final String DROPPED = "不做";
}
