/** Requests to the utilities as people make and sign them. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.utilities;
