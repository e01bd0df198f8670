@NullMarked
package org.xingfuli.engine.scheduling.pace;

import org.jspecify.annotations.NullMarked;
