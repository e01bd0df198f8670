package org.xingfuli.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an activity today.
 *
 * @param percent done at the end of today
 * @param daysLost days lost since the last report; negative takes back what an earlier report said
 * @param actualStart absent when work has begun by the percentage: then the planned start if it is past, else today
 * @param actualFinish absent at 100 %: then today
 */
public record ProgressStatement(
    UUID activityId,
    int percent,
    int daysLost,
    @Nullable LossReason reason,
    String note,
    @Nullable LocalDate actualStart,
    @Nullable LocalDate actualFinish) {}
