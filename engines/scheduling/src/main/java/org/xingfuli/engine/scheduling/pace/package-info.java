/** How fast work goes beside its plan, as a district says it, for everybody who simulates: the platform and the command line. */
@NullMarked
package org.xingfuli.engine.scheduling.pace;

import org.jspecify.annotations.NullMarked;
