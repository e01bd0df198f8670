/** The programme's endpoints and what they say on the wire. */
@NullMarked
package org.xingfuli.programme.web;

import org.jspecify.annotations.NullMarked;
