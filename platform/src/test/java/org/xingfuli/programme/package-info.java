@NullMarked
package org.xingfuli.programme;

import org.jspecify.annotations.NullMarked;
