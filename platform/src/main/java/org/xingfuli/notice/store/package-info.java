/** This module's tables; nobody else reads them. */
@NullMarked
package org.xingfuli.notice.store;

import org.jspecify.annotations.NullMarked;
