/** Words and hours of notices, tried without a platform. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.notice.model;
