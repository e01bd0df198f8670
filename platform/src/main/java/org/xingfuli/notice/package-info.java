/**
 * Tells people what has happened: their inbox here, files, and channels outside.
 *
 * <p>Any module may call {@link org.xingfuli.notice.Notices} within its act's transaction, and declares the kinds of notices it
 * makes as beans ({@link org.xingfuli.notice.NoticeKind}). Stands above identity, which knows who holds a role; so what is said
 * of appointments is said here, by a listener, and identity knows nothing of notices.
 */
@org.springframework.modulith.ApplicationModule(displayName = "通知 Notice", allowedDependencies = {"database", "wire", "access", "identity", "audit"})
@NullMarked
package org.xingfuli.notice;

import org.jspecify.annotations.NullMarked;
