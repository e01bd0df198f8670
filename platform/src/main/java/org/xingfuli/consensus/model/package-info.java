/**
 * Secret ballots, without a platform: the code of a household, the token signed blindly, the ballot sealed by its voter, the
 * receipt and the bulletin (docs/decisions/0052, with who sees what and what it does not guard against).
 */
@NullMarked
package org.xingfuli.consensus.model;

import org.jspecify.annotations.NullMarked;
