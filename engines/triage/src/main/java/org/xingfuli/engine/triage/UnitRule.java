package org.xingfuli.engine.triage;

import org.jspecify.annotations.Nullable;

/**
 * Whose a case is.
 *
 * @param classCode the class and all below it; null: any
 * @param place the place and all within it; null: anywhere
 * @param level urgency, such as {@code EMERGENCY}; null: any
 * @param unit code of the unit
 * @param because why, in the words of the district: a duty list, a contract, a warranty
 */
public record UnitRule(@Nullable String classCode, @Nullable String place, @Nullable String level, String unit, String because) {}
