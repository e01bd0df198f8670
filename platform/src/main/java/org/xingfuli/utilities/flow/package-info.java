/** What people do with requests and notices. */
@NullMarked
package org.xingfuli.utilities.flow;

import org.jspecify.annotations.NullMarked;
