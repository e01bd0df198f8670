@NullMarked
package org.xingfuli.engine.scheduling.exact;

import org.jspecify.annotations.NullMarked;
