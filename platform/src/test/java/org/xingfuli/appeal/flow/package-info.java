/** Acts on appeals on a real database. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.appeal.flow;
