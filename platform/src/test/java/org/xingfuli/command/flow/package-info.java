/** What waits for a watcher. */
@NullMarked
package org.xingfuli.command.flow;

import org.jspecify.annotations.NullMarked;
