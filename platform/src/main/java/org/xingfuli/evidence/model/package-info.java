/** What a photo or document is, what its bytes tell, and what its seal covers. */
@NullMarked
package org.xingfuli.evidence.model;

import org.jspecify.annotations.NullMarked;
