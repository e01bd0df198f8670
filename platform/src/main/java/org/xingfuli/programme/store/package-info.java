/** The programme's SQL, only on its own schema; whatever belongs to a project is guarded by the caller's scope. */
@NullMarked
package org.xingfuli.programme.store;

import org.jspecify.annotations.NullMarked;
