@NullMarked
package org.xingfuli.exchange;

import org.jspecify.annotations.NullMarked;
