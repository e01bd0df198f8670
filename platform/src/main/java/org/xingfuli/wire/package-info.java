/** The basement's way to the outside: problems, pages, idempotent requests, and the web application's files. */
@org.springframework.modulith.ApplicationModule(displayName = "接口 Wire", allowedDependencies = {"database"})
@NullMarked
package org.xingfuli.wire;

import org.jspecify.annotations.NullMarked;
