/** News between the nodes of the platform, through the one database they share. */
@NullMarked
package org.xingfuli.command.store;

import org.jspecify.annotations.NullMarked;
