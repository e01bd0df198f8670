/** What people do with time limits. */
@NullMarked
package org.xingfuli.appeal.flow;

import org.jspecify.annotations.NullMarked;
