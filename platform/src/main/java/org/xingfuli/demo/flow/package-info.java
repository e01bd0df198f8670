/** Moving the demo's clock, and letting its days pass. */
@NullMarked
package org.xingfuli.demo.flow;

import org.jspecify.annotations.NullMarked;
