package org.xingfuli.estate.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.xingfuli.estate.WorkMark;

/**
 * What somebody wants a work of the menu to be; what is null stays.
 *
 * @param asDerived the quantity shall be the derived one again
 */
public record WorkChange(
    @Nullable BigDecimal quantity, boolean asDerived, @Nullable BigDecimal unitCost, @Nullable WorkMark mark) {}
