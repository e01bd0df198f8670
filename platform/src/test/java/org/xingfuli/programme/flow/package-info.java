@NullMarked
package org.xingfuli.programme.flow;

import org.jspecify.annotations.NullMarked;
