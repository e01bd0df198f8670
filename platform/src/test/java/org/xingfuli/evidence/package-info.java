/** Evidence as people send it, and as somebody tampers with it. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.evidence;
