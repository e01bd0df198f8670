/** Organisations, people, roles with scopes, sign-in. */
@org.springframework.modulith.ApplicationModule(displayName = "身份 Identity", allowedDependencies = {"database", "wire", "access", "audit"})
@NullMarked
package org.xingfuli.identity;

import org.jspecify.annotations.NullMarked;
