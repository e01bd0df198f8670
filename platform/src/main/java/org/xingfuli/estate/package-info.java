/** Estates, buildings, stairwells, households, and their import. */
@org.springframework.modulith.ApplicationModule(displayName = "小区 Estate", allowedDependencies = {"database", "wire", "access", "identity", "audit", "evidence"})
@NullMarked
package org.xingfuli.estate;

import org.jspecify.annotations.NullMarked;
