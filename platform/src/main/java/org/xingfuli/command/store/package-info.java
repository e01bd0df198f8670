/** The battle chart's SQL, only on its own schema; rows and cells are guarded by the caller's scope. */
@NullMarked
package org.xingfuli.command.store;

import org.jspecify.annotations.NullMarked;
