/**
 * Votes of an owners' assembly by exclusive area and by heads, as Civil Code art. 278 counts them, in exact fractions: a roll of
 * units and their owners, ballots, thresholds from a dated table, and a result that says what is reached, what is missing and why.
 */
@NullMarked
package org.xingfuli.engine.consensus.owners;

import org.jspecify.annotations.NullMarked;
