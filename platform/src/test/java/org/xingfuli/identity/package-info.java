/** Identity by its public API, on the running platform and the real database. */
@NullMarked
package org.xingfuli.identity;

import org.jspecify.annotations.NullMarked;
