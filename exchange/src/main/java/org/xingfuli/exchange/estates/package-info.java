/** The workbook of estates, buildings and households: its template, its reading with every fault at once, its writing. */
@NullMarked
package org.xingfuli.exchange.estates;

import org.jspecify.annotations.NullMarked;
