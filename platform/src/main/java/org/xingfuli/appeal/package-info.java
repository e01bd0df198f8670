/**
 * Every appeal gets a reply and an outcome: one closed loop for all channels, each step of it under a clock.
 *
 * <p>Time limits are versioned data with a source; a clock keeps the one it was started under, and is moved only by a lawful
 * pause or an extension that were put on record.
 */
@org.springframework.modulith.ApplicationModule(displayName = "诉求 Appeals", allowedDependencies = {"database", "wire", "access",
    "identity", "audit", "evidence", "notice", "estate", "utilities", "programme"})
@NullMarked
package org.xingfuli.appeal;

import org.jspecify.annotations.NullMarked;
