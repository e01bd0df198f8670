package org.xingfuli.appeal.model;

/**
 * How many closed appeals are drawn for a re-check. A draw writes down what it used, so another rule holds from the next draw.
 *
 * @param share hundredths of what a unit closed within the days, rounded up
 * @param least of every unit, as far as it has closed so many
 * @param days closed within so many days before the day of the draw
 * @param source what it rests on
 * @param unconfirmed an assumption of ours until the district states it
 * @param version that was seen
 */
public record RecheckRule(int share, int least, int days, String source, boolean unconfirmed, int version) {}
