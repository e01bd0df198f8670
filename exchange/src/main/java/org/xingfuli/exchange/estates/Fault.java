package org.xingfuli.exchange.estates;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a workbook, at a place a person can go to.
 *
 * @param sheet name of the sheet; empty when the whole file is meant
 * @param row row as Excel numbers it, from 1; 0 when the whole sheet is meant
 * @param column letters as Excel shows them; empty when the whole row is meant
 * @param header what stands above the column
 * @param code stable code of the kind of fault
 * @param value the offending value as it stands in the cell, shortened
 * @param maybe what may have happened, and what helps, when we have an idea
 */
public record Fault(
    String sheet,
    int row,
    String column,
    String header,
    String code,
    String value,
    String message,
    String messageEn,
    @Nullable String maybe,
    @Nullable String maybeEn) {}
