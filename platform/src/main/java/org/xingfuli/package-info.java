/** The platform's modules, one package each; how they may know each other is guarded by {@code ModularityTest}. */
@NullMarked
package org.xingfuli;

import org.jspecify.annotations.NullMarked;
