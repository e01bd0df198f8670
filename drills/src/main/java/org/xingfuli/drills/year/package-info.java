/**
 * A year of the demo district, lived day by day through the public API: weather, crews that work and foremen who report, forget
 * and correct, planners and administrators at their desks. The same seed gives the same year. It knows nothing of the platform
 * but its addresses, and draws every chance from {@link org.xingfuli.drills.year.Chance}.
 */
@NullMarked
package org.xingfuli.drills.year;

import org.jspecify.annotations.NullMarked;
