/**
 * Permits and outages: asked by those who build, signed by every utility concerned, and the windows that come of it.
 *
 * <p>An agreed window is told by {@link org.xingfuli.utilities.WindowAgreed}; {@link org.xingfuli.utilities.Utilities} answers
 * what is agreed for an estate and how many windows a service can serve.
 */
@org.springframework.modulith.ApplicationModule(displayName = "公用配合 Utilities",
    allowedDependencies = {"database", "wire", "access", "identity", "audit", "evidence", "notice", "estate"})
@NullMarked
package org.xingfuli.utilities;

import org.jspecify.annotations.NullMarked;
