package org.xingfuli.programme.model;

import java.time.LocalDate;
import org.xingfuli.programme.Words;

/**
 * Days the utilities have agreed to, before which the activity that needs them does not start.
 *
 * @param to last day; the work that needs the utility has to be done by then
 * @param words what it is, such as {@code 停气窗口 05-12～05-14}
 */
public record UtilityWindow(LocalDate from, LocalDate to, Words words) {}
