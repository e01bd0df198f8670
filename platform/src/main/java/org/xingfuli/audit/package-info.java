/**
 * Every act, written in the act's own transaction, sealed by hash within a second.
 *
 * <p>{@code audit.record("programme.freeze", new Subject("plan", id), Map.of("version", 3))} inside the act's transaction;
 * what names a person goes into the overload's last argument, which is kept apart and may be erased. The sealer chains the
 * rows and writes each head into {@code audit-heads.jsonl} of the data folder, which is to be copied elsewhere: with it
 * even a cut-off tail is found.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "审计 Audit", allowedDependencies = {"database", "wire", "access"})
@NullMarked
package org.xingfuli.audit;

import org.jspecify.annotations.NullMarked;
