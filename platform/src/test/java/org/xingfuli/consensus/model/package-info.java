/** Secret ballots, without a platform, and an attacker who has everything it keeps. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.consensus.model;
