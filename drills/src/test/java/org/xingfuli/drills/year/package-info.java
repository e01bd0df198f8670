@NullMarked
package org.xingfuli.drills.year;

import org.jspecify.annotations.NullMarked;
