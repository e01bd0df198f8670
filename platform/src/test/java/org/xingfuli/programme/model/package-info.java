@NullMarked
package org.xingfuli.programme.model;

import org.jspecify.annotations.NullMarked;
