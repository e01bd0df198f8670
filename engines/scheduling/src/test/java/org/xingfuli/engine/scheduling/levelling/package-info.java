@NullMarked
package org.xingfuli.engine.scheduling.levelling;

import org.jspecify.annotations.NullMarked;
