/** What time limits, clocks and their pauses are. */
@NullMarked
package org.xingfuli.appeal.model;

import org.jspecify.annotations.NullMarked;
