/** The tables of requests, signatures, notices and rules. */
@NullMarked
package org.xingfuli.utilities.store;

import org.jspecify.annotations.NullMarked;
