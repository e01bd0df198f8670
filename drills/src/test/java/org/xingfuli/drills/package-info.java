@NullMarked
package org.xingfuli.drills;

import org.jspecify.annotations.NullMarked;
