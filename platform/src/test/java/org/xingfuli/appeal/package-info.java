/** Time limits through the API, and clocks on a real database. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.appeal;
