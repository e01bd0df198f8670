package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;
import org.xingfuli.kernel.TimeLimit;

/**
 * Where a clock stands at a moment. {@code used + left = total}, always.
 *
 * @param counted what is counted: minutes for limits in minutes or hours, working days for those in working days, otherwise
 *     calendar days
 * @param total the limit with its extension, and the days by which its end moved to a workday
 * @param used a day counts from its beginning: on the last day all is used and the limit is not yet missed
 * @param left negative when overdue by so much
 * @param share of the total that is used, 0 to 1
 * @param arithmetic how the end was computed, to be shown beside it
 * @param words what is left, in words
 */
public record Standing(Course course, TimeLimit.Unit counted, long total, long used, long left, double share, Words arithmetic,
    Words words) {}
