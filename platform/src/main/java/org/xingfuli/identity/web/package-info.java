/** Identity's endpoints, and the chain every request passes. */
@NullMarked
package org.xingfuli.identity.web;

import org.jspecify.annotations.NullMarked;
