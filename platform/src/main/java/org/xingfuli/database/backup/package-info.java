/**
 * A consistent copy of database and evidence in one file, taken while the platform runs, and its way back into an empty
 * folder. Without Spring: it must work when nothing else does. The file's form and why it is ours: docs/decisions/0027.
 */
@org.springframework.modulith.NamedInterface("backup")
@NullMarked
package org.xingfuli.database.backup;

import org.jspecify.annotations.NullMarked;
