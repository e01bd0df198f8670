/** What people are told, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.notice;
