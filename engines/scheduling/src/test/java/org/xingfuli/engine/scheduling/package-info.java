@NullMarked
package org.xingfuli.engine.scheduling;

import org.jspecify.annotations.NullMarked;
