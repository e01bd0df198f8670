/** The acts of identity, one class each. */
@NullMarked
package org.xingfuli.identity.flow;

import org.jspecify.annotations.NullMarked;
