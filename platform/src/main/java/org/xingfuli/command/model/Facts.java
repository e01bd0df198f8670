package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.List;
import org.xingfuli.programme.PlannedWork;

/**
 * Everything the figures are counted from, as far as the reader sees it.
 *
 * @param works as they stood at the end of {@code day}
 * @param from first day of the period
 * @param day last day that counts: the end of the period, or today when that is still to come
 * @param to last day of the period
 */
public record Facts(StoredChart chart, List<PlannedWork> works, LocalDate from, LocalDate day, LocalDate to) {}
