/** The demo district is what it says it is. */
@NullMarked
package org.xingfuli.demo;

import org.jspecify.annotations.NullMarked;
