/** The estate module on the real database. */
@NullMarked
package org.xingfuli.estate;

import org.jspecify.annotations.NullMarked;
