/** The endpoints of time limits. */
@NullMarked
package org.xingfuli.appeal.web;

import org.jspecify.annotations.NullMarked;
