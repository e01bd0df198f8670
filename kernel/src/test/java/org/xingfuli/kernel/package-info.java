/** Tests of the kernel, and the seeded draws ({@code SeededTest}, {@code Dice}) that other modules' tests use too. */
@NullMarked
package org.xingfuli.kernel;

import org.jspecify.annotations.NullMarked;
