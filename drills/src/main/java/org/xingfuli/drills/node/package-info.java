/** What a drill puts inside a node it starts; only there with {@code --xingfuli.drill.timers}. */
@NullMarked
package org.xingfuli.drills.node;

import org.jspecify.annotations.NullMarked;
