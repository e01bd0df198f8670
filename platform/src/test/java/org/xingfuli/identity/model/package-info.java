/** The rules of signing in, without a platform. */
@NullMarked
package org.xingfuli.identity.model;

import org.jspecify.annotations.NullMarked;
