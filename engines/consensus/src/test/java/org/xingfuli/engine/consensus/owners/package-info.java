@NullMarked
package org.xingfuli.engine.consensus.owners;

import org.jspecify.annotations.NullMarked;
