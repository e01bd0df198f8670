/** How a chart is read: worst first, counted, with the causes that need the command; no Spring, no SQL. */
@NullMarked
package org.xingfuli.command.model;

import org.jspecify.annotations.NullMarked;
