@NullMarked
package org.xingfuli.engine.consensus.opinion;

import org.jspecify.annotations.NullMarked;
