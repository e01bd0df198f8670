@NullMarked
package org.xingfuli.engine.consensus.budget;

import org.jspecify.annotations.NullMarked;
