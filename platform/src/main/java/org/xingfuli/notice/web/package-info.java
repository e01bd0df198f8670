/** This module's endpoints. */
@NullMarked
package org.xingfuli.notice.web;

import org.jspecify.annotations.NullMarked;
