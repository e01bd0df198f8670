/** Time limits and clocks, without a platform. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.appeal.model;
