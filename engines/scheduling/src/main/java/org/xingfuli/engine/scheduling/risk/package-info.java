/**
 * What may go otherwise: Monte Carlo over rain, productivity and outstanding signatures on the <em>frozen order</em> of a
 * timetable. A replication is what {@link org.xingfuli.engine.scheduling.Repair} gives for a network in which chance has
 * spoken; the plan is never made afresh. Pure functions: the same network, model, seed and number of replications give the
 * same answer on any machine and any number of threads.
 */
@NullMarked
package org.xingfuli.engine.scheduling.risk;

import org.jspecify.annotations.NullMarked;
