@NullMarked
package org.xingfuli.kernel;

import org.jspecify.annotations.NullMarked;
