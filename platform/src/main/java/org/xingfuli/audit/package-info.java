/** Every act, written in the act's own transaction, sealed by hash within a second. */
@org.springframework.modulith.ApplicationModule(displayName = "审计 Audit", allowedDependencies = {"database", "wire", "access"})
@NullMarked
package org.xingfuli.audit;

import org.jspecify.annotations.NullMarked;
