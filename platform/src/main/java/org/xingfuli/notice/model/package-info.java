/** What notices are: words with placeholders, the life of a delivery, quiet hours. */
@NullMarked
package org.xingfuli.notice.model;

import org.jspecify.annotations.NullMarked;
