/** Other solvers beside the planner, on the same programmes with the same CPU seconds; for measuring only. */
@NullMarked
package org.xingfuli.peers;

import org.jspecify.annotations.NullMarked;
