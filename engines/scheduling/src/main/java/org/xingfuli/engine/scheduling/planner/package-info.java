/** The three layers as one: whoever plans gives a time and gets the best timetable, its bound, and whether it is proved. */
@NullMarked
package org.xingfuli.engine.scheduling.planner;

import org.jspecify.annotations.NullMarked;
