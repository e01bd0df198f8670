package org.xingfuli.command.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * One row a figure was counted from. The figure is nothing but the sums over its rows, so the list behind a figure cannot
 * differ from it.
 *
 * @param what node or activity, empty where the project itself is counted
 * @param part what it adds to the numerator
 * @param whole what it adds to the denominator
 * @param on the day that decided, where there is one
 * @param why how the row stands, in words
 */
public record Counted(
    UUID projectId,
    String code,
    String project,
    String street,
    @Nullable UUID nodeId,
    @Nullable UUID activityId,
    Words what,
    double part,
    double whole,
    @Nullable LocalDate on,
    Words why) {}
