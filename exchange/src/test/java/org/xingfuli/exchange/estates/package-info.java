/** Workbooks of estates as people really send them. */
@NullMarked
package org.xingfuli.exchange.estates;

import org.jspecify.annotations.NullMarked;
