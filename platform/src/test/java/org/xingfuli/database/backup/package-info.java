/** Backups taken and restored on real databases, and damaged in every way we could think of. */
@NullMarked
package org.xingfuli.database.backup;

import org.jspecify.annotations.NullMarked;
