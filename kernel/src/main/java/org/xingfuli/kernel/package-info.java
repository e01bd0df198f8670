/**
 * Words everyone uses: ids, the working calendar and its deadlines, exact fractions, refusals, state graphs and
 * clocks. It rests on the JDK only; everything else in the house may rest on it.
 */
@NullMarked
package org.xingfuli.kernel;

import org.jspecify.annotations.NullMarked;
