@NullMarked
package org.xingfuli;

import org.jspecify.annotations.NullMarked;
