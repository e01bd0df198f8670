/** What people and jobs do with evidence. */
@NullMarked
package org.xingfuli.evidence.flow;

import org.jspecify.annotations.NullMarked;
