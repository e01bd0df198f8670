@NullMarked
package org.xingfuli.exchange.plans;

import org.jspecify.annotations.NullMarked;
