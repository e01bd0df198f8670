/** What a request, its signatures and its notices are, and what an outage must keep to. */
@NullMarked
package org.xingfuli.utilities.model;

import org.jspecify.annotations.NullMarked;
