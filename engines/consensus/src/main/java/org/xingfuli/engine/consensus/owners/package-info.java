/** Votes of an owners' assembly by exclusive area and by heads, as Civil Code art. 278 counts them, in exact fractions. */
@NullMarked
package org.xingfuli.engine.consensus.owners;

import org.jspecify.annotations.NullMarked;
