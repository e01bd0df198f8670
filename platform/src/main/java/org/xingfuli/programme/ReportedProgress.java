package org.xingfuli.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A progress report as other modules show it. */
public record ReportedProgress(
    UUID id,
    UUID activityId,
    String activityCode,
    Words activityName,
    LocalDate reportedOn,
    Instant reportedAt,
    String reporter,
    int percent,
    int daysLost,
    @Nullable LossReason reason,
    String note) {}
