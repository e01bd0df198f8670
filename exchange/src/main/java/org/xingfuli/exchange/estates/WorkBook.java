package org.xingfuli.exchange.estates;

import java.util.List;

/**
 * What a workbook of a menu holds.
 *
 * @param faults everything wrong with it; the rows count only when there is none
 */
public record WorkBook(List<WorkRow> rows, Faults faults) {}
