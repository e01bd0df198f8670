/** The acts of this module, one class each. */
@NullMarked
package org.xingfuli.notice.flow;

import org.jspecify.annotations.NullMarked;
