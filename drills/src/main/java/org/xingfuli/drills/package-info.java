/**
 * Drills: a running platform is loaded, killed and asked again, through its public API only, on loopback only, bounded in
 * count and time. What the API does not tell, such as whether a timer fired twice, is asked of the database itself.
 */
@NullMarked
package org.xingfuli.drills;

import org.jspecify.annotations.NullMarked;
