/** Orders of other systems: what they send, in their forms, becomes appeals with their numbers. */
@NullMarked
package org.xingfuli.appeal.web.feeds;

import org.jspecify.annotations.NullMarked;
