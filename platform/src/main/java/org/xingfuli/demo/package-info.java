/** The demo district: invented estates, projects and progress, loaded once into an empty installation. */
@org.springframework.modulith.ApplicationModule(
    displayName = "示例 Demo",
    allowedDependencies = {"database", "wire", "access", "identity", "audit", "evidence", "estate", "utilities", "programme", "appeal", "command"})
@NullMarked
package org.xingfuli.demo;

import org.jspecify.annotations.NullMarked;
