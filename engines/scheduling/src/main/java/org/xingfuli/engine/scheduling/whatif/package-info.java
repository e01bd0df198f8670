/**
 * Trying a change beside a frozen timetable: the frozen order repaired, never planned afresh, what differs listed with its
 * causes; and re-planning from a data date with as few changes as the actuals allow.
 */
@NullMarked
package org.xingfuli.engine.scheduling.whatif;

import org.jspecify.annotations.NullMarked;
