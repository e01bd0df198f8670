/**
 * Back-scheduling of many projects at once: network, calendars, shared crews and nodes to a timetable. Pure functions
 * over records: no clock, no I/O, the same answer for the same input and seed. Time is counted in whole periods from 0,
 * the first period of the caller's horizon; a finish is always exclusive, so {@code finish - 1} is the last period.
 */
@NullMarked
package org.xingfuli.engine.scheduling;

import org.jspecify.annotations.NullMarked;
