@NullMarked
package org.xingfuli.engine.scheduling.risk;

import org.jspecify.annotations.NullMarked;
