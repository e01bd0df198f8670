/** What an appeal is, how it moves, and what is asked of it before it may move. */
@NullMarked
package org.xingfuli.appeal.model;

import org.jspecify.annotations.NullMarked;
