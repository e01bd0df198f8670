/** The estate module's SQL, measured on demand. */
@NullMarked
package org.xingfuli.estate.store;

import org.jspecify.annotations.NullMarked;
