/** Endpoints of appeals. */
@NullMarked
package org.xingfuli.appeal.web;

import org.jspecify.annotations.NullMarked;
