package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.List;
import org.xingfuli.programme.PlannedQuantity;
import org.xingfuli.programme.PlannedWork;
import org.xingfuli.programme.ProjectFigures;

/**
 * Everything the figures are counted from, as far as the reader sees it.
 *
 * @param works as they stood at the end of {@code day}
 * @param before as they stood when the period began; only for statistics
 * @param quantities of works; only for statistics
 * @param figures budget, earned value, gates and weekly reports per project, as of today
 * @param from first day of the period
 * @param day last day that counts: the end of the period, or today when that is still to come
 * @param to last day of the period
 */
public record Facts(
    StoredChart chart, List<PlannedWork> works, List<PlannedWork> before, List<PlannedQuantity> quantities,
    List<ProjectFigures> figures, LocalDate from, LocalDate day, LocalDate to) {}
