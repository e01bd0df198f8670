/** Keeping the battle chart in step with the programme, and telling who watches. */
@NullMarked
package org.xingfuli.command.flow;

import org.jspecify.annotations.NullMarked;
