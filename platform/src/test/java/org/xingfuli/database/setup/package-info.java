/** Tests of making somebody else's PostgreSQL ours, and of the logins it refuses. */
@NullMarked
package org.xingfuli.database.setup;

import org.jspecify.annotations.NullMarked;
