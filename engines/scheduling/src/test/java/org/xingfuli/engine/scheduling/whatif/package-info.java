@NullMarked
package org.xingfuli.engine.scheduling.whatif;

import org.jspecify.annotations.NullMarked;
