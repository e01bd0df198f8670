/** How a chart is read: worst first, counted, with the causes that need somebody; no Spring, no SQL. */
@NullMarked
package org.xingfuli.command.model;

import org.jspecify.annotations.NullMarked;
