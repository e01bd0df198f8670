@NullMarked
package org.xingfuli.exchange.ballots;

import org.jspecify.annotations.NullMarked;
