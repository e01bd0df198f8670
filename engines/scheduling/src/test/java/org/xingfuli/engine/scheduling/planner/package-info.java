@NullMarked
package org.xingfuli.engine.scheduling.planner;

import org.jspecify.annotations.NullMarked;
