/** The battle chart and what stands behind each of its cells. */
@org.springframework.modulith.ApplicationModule(displayName = "指挥 Command", allowedDependencies = {"database", "wire", "access", "identity", "audit", "estate", "programme",
    "appeal"})
@NullMarked
package org.xingfuli.command;

import org.jspecify.annotations.NullMarked;
