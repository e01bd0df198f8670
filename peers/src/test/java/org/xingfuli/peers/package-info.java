@NullMarked
package org.xingfuli.peers;

import org.jspecify.annotations.NullMarked;
