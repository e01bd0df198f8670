/** Open311 GeoReport v2: other people's applications list our services, file requests and read where they stand. */
@NullMarked
package org.xingfuli.appeal.web.open311;

import org.jspecify.annotations.NullMarked;
