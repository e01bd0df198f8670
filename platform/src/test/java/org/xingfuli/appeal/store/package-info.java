/** Clocks and time limits on a real database. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.appeal.store;
