/** Where the bytes and the rows of evidence stand. */
@NullMarked
package org.xingfuli.evidence.store;

import org.jspecify.annotations.NullMarked;
