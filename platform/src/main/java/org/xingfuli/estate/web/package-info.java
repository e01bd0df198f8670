/** Endpoints of estates, their import and the search, with the records they speak in. */
@NullMarked
package org.xingfuli.estate.web;

import org.jspecify.annotations.NullMarked;
