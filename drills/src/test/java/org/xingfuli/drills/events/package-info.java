@NullMarked
package org.xingfuli.drills.events;

import org.jspecify.annotations.NullMarked;
