/** Holds the committed contract against the running platform. */
@NullMarked
package org.xingfuli.wire.contract;

import org.jspecify.annotations.NullMarked;
