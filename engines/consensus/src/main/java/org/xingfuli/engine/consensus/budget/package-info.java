/**
 * Which projects a budget buys when every ballot may spend an equal share of it, and the rules it is held beside: exact, with a
 * stated tie-break, a receipt for every ballot and project, and a recount that shares no code with the count.
 */
@NullMarked
package org.xingfuli.engine.consensus.budget;

import org.jspecify.annotations.NullMarked;
