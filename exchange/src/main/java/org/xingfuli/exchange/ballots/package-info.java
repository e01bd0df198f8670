/**
 * Budgeted votes as files: Pabulib's {@code .pb}, in and out. A file is checked whole; all faults come at once with their lines, and
 * what could be read but is odd comes as a remark.
 */
@NullMarked
package org.xingfuli.exchange.ballots;

import org.jspecify.annotations.NullMarked;
