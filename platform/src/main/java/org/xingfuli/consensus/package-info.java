/**
 * What the residents of an estate agree on: opinion rounds, design options, ballots, and suggestions adopted or refused with
 * a reason. Ballots of residents are equal and therefore secret (docs/decisions/0052): so far the module holds how a token is
 * issued, a ballot cast and a box published; the rounds and votes that use it stand on this.
 */
@org.springframework.modulith.ApplicationModule(displayName = "共识 Consensus", allowedDependencies = {})
@NullMarked
package org.xingfuli.consensus;

import org.jspecify.annotations.NullMarked;
