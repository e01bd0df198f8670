/**
 * What a resident's message is about, where, whose it is and which others say the same: classes by rules on the first day and
 * by a classifier that learns from the clerks, places by a gazetteer, units by rules, re-submissions, the same matter in other
 * words, hot topics. Pure functions over records and a few growing indexes in memory: no clock, no I/O, the same answer for the
 * same input and seed. Every suggestion says its reasons; none decides.
 */
@NullMarked
package org.xingfuli.engine.triage;

import org.jspecify.annotations.NullMarked;
