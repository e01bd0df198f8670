/** Who thinks alike in an opinion round, and what all groups agree on. */
@NullMarked
package org.xingfuli.engine.consensus.opinion;

import org.jspecify.annotations.NullMarked;
