/** Tests of what every module's answers have in common. */
@NullMarked
package org.xingfuli.wire;

import org.jspecify.annotations.NullMarked;
