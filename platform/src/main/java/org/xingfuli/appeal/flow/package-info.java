/** One class per act of a user on an appeal. */
@NullMarked
package org.xingfuli.appeal.flow;

import org.jspecify.annotations.NullMarked;
