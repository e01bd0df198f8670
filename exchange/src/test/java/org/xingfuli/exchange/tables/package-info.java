@NullMarked
package org.xingfuli.exchange.tables;

import org.jspecify.annotations.NullMarked;
