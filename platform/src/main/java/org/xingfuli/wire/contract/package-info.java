/** The platform's contract: how its endpoints and records become {@code openapi.json}, from which the web client is made. */
@NullMarked
package org.xingfuli.wire.contract;

import org.jspecify.annotations.NullMarked;
