/** Keeps appeals; SQL of the schema appeal only. */
@NullMarked
package org.xingfuli.appeal.store;

import org.jspecify.annotations.NullMarked;
