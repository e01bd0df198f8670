/** Year, projects, nodes, plan, baseline, progress, forecast. */
@org.springframework.modulith.ApplicationModule(displayName = "计划 Programme", allowedDependencies = {"database", "wire", "access", "identity", "audit", "evidence", "notice", "estate", "utilities"})
@NullMarked
package org.xingfuli.programme;

import org.jspecify.annotations.NullMarked;
