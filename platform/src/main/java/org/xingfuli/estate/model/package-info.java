/** What an estate is and how its words are compared; pure. */
@NullMarked
package org.xingfuli.estate.model;

import org.jspecify.annotations.NullMarked;
