@NullMarked
package org.xingfuli.command;

import org.jspecify.annotations.NullMarked;
