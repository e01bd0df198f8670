/** The basement's words for who may call what: permissions, and the two marks an endpoint carries. */
@org.springframework.modulith.ApplicationModule(displayName = "权限 Access", allowedDependencies = {})
@NullMarked
package org.xingfuli.access;

import org.jspecify.annotations.NullMarked;
