/** The engines on the command line: arguments in, one JSON object per line out, no Spring. */
@NullMarked
package org.xingfuli.cli;

import org.jspecify.annotations.NullMarked;
