/** Laws of the chart, held against drawn facts. */
@NullMarked
package org.xingfuli.command.model;

import org.jspecify.annotations.NullMarked;
