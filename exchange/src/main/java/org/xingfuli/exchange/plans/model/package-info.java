/**
 * A programme as a file tells it: activities with their names and dates, calendars of days, crews, links, nodes; and what
 * of the file did not survive. Whole days throughout; the end of a span is the day after its last one.
 */
@NullMarked
package org.xingfuli.exchange.plans.model;

import org.jspecify.annotations.NullMarked;
