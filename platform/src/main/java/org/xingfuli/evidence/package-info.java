/**
 * Photos and documents: kept once by their content, sealed in the audit chain, shown small to others.
 *
 * <p>People upload to {@code POST /api/evidence}; a module then calls {@link org.xingfuli.evidence.Evidence#refer} with the
 * ids it was sent, in its own transaction, and later asks {@link org.xingfuli.evidence.Evidence#of}. Evidence knows no
 * estate itself: whoever keeps estates answers through {@link org.xingfuli.evidence.EstatePlaces}.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "证据 Evidence", allowedDependencies = {"database", "wire", "access", "identity", "audit"})
@NullMarked
package org.xingfuli.evidence;

import org.jspecify.annotations.NullMarked;
