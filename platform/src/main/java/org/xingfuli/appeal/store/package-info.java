/** The tables of time limits and clocks. */
@NullMarked
package org.xingfuli.appeal.store;

import org.jspecify.annotations.NullMarked;
