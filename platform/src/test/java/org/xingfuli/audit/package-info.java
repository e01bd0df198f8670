/** Tests of the audit: what is written, what the seal proves, and who may read it. */
@NullMarked
package org.xingfuli.audit;

import org.jspecify.annotations.NullMarked;
