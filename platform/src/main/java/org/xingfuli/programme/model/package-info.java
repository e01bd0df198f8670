/** The pure thinking of a programme: template, quantities, nodes, networks, forecasts; no Spring, no SQL, no clock. */
@NullMarked
package org.xingfuli.programme.model;

import org.jspecify.annotations.NullMarked;
