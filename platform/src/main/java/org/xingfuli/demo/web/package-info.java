/** The demo operator's endpoints. */
@NullMarked
package org.xingfuli.demo.web;

import org.jspecify.annotations.NullMarked;
