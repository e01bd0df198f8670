/** Tests of the launcher with real servers, real kills and real child processes; data below {@code target/launcher}. */
@NullMarked
package org.xingfuli.database.server;

import org.jspecify.annotations.NullMarked;
