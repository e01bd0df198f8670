/**
 * The battle chart and what stands behind each of its cells. It keeps nothing of its own: every answer is read anew from the
 * programme's forecast, with the eyes of who asks, so there is no second truth to rebuild or to guard.
 */
@org.springframework.modulith.ApplicationModule(displayName = "指挥 Command", allowedDependencies = {"database", "wire", "access", "identity", "audit", "estate", "programme"})
@NullMarked
package org.xingfuli.command;

import org.jspecify.annotations.NullMarked;
