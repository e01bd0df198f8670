/** Identity's rows in PostgreSQL. */
@NullMarked
package org.xingfuli.identity.store;

import org.jspecify.annotations.NullMarked;
