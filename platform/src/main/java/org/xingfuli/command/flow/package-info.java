/** Reading the battle chart and what stands behind it, and telling who watches that something changed. */
@NullMarked
package org.xingfuli.command.flow;

import org.jspecify.annotations.NullMarked;
