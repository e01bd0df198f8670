@NullMarked
package org.xingfuli.programme.store;

import org.jspecify.annotations.NullMarked;
