package org.xingfuli.engine.triage;

import org.jspecify.annotations.Nullable;

/**
 * One class of cases.
 *
 * @param code stable name, such as {@code LEAK_ROOF}; unique in its tree
 * @param zh what clerks and residents read
 * @param en the same in English
 * @param parent code of the class above; null on the first level
 */
public record CaseClass(String code, String zh, String en, @Nullable String parent) {}
