/** The commands {@code backup} and {@code restore}: they run without the platform, over the database's own means. */
@org.springframework.modulith.ApplicationModule(
    displayName = "备份 Backup", allowedDependencies = {"database :: backup", "audit"})
@NullMarked
package org.xingfuli.backup;

import org.jspecify.annotations.NullMarked;
