@NullMarked
package org.xingfuli.cli;

import org.jspecify.annotations.NullMarked;
