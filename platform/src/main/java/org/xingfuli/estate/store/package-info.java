/** The estate schema's SQL. */
@NullMarked
package org.xingfuli.estate.store;

import org.jspecify.annotations.NullMarked;
