/** Evening out the daily load of the crews after a timetable stands, without moving a node or a project's end. */
@NullMarked
package org.xingfuli.engine.scheduling.levelling;

import org.jspecify.annotations.NullMarked;
