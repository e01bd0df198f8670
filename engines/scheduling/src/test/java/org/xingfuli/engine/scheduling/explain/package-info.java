@NullMarked
package org.xingfuli.engine.scheduling.explain;

import org.jspecify.annotations.NullMarked;
