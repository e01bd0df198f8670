/**
 * Other people's schedule files to the scheduling engine's network, and schedules as CSV. A format is told by the
 * content. A file is checked whole; all faults come at once with their lines.
 */
@NullMarked
package org.xingfuli.exchange.plans;

import org.jspecify.annotations.NullMarked;
