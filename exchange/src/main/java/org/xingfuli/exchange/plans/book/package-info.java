/** A programme as an Excel workbook of our own make: activities, calendars, crews; every fault with its cell. */
@NullMarked
package org.xingfuli.exchange.plans.book;

import org.jspecify.annotations.NullMarked;
