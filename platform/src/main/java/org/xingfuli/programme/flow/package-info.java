/** The acts of a programme, one class each: open, arrange projects, plan, freeze, report, forecast, explain. */
@NullMarked
package org.xingfuli.programme.flow;

import org.jspecify.annotations.NullMarked;
