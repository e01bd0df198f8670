/** Why a node cannot be kept, as facts and not as sentences, and what would save it. */
@NullMarked
package org.xingfuli.engine.scheduling.explain;

import org.jspecify.annotations.NullMarked;
