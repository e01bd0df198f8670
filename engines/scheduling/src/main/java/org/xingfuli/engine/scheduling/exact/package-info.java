/**
 * Layer 3: what CP-SAT of OR-Tools proves and polishes. Everything here asks {@link org.xingfuli.engine.scheduling.exact.CpSat#available}
 * first; without the native library the layer is absent and the other two answer alone.
 */
@NullMarked
package org.xingfuli.engine.scheduling.exact;

import org.jspecify.annotations.NullMarked;
