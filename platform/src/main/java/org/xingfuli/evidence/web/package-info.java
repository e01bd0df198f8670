/** The endpoints of evidence. */
@NullMarked
package org.xingfuli.evidence.web;

import org.jspecify.annotations.NullMarked;
