/**
 * Drills: a running platform is loaded, killed and asked again, through its public API only, on loopback only, bounded in
 * count and time.
 */
@NullMarked
package org.xingfuli.drills;

import org.jspecify.annotations.NullMarked;
