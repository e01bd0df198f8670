/** The endpoints of requests, calendar and notices. */
@NullMarked
package org.xingfuli.utilities.web;

import org.jspecify.annotations.NullMarked;
