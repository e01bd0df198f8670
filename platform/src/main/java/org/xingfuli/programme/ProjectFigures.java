package org.xingfuli.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project in figures, as of today's business date, for modules above that make indicators of them. Amounts in 元,
 * absent for a caller who does not read the money of all the projects.
 *
 * @param budget total of the approved budget with contingency; absent while none is approved
 * @param atWorks of that the works, which the values below are measured against
 * @param planned what the frozen plan wants by today (PV)
 * @param earned by what is reported (EV)
 * @param actual by the ledger (AC); absent without cost data
 * @param spi earned ÷ planned
 * @param cpi earned ÷ actual; absent without cost data
 * @param atCompletion estimate at completion; absent without cost data
 * @param gate code of the gate before the project, absent when none is
 * @param gateName what it is called
 * @param gateMissing how many of its required conditions do not stand
 * @param gateOverdue of those, how many should stand by today
 * @param weekly whether it has reported for the running week
 */
public record ProjectFigures(
    UUID projectId,
    String code,
    String name,
    String street,
    ProjectStage stage,
    SizeClass sizeClass,
    SizeClassBy sizeClassBy,
    @Nullable BigDecimal budget,
    @Nullable BigDecimal atWorks,
    @Nullable BigDecimal planned,
    @Nullable BigDecimal earned,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal spi,
    @Nullable BigDecimal cpi,
    @Nullable BigDecimal atCompletion,
    @Nullable String gate,
    @Nullable Words gateName,
    int gateMissing,
    int gateOverdue,
    @Nullable LocalDate gateDue,
    WeeklyState weekly) {}
