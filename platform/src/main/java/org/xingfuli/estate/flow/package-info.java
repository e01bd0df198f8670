/** One class per act of a user on estates and their import. */
@NullMarked
package org.xingfuli.estate.flow;

import org.jspecify.annotations.NullMarked;
