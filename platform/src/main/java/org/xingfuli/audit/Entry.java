package org.xingfuli.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act as it was written down.
 *
 * @param at system time, to the microsecond
 * @param kind of the scope: PERSON, SYSTEM, or NONE for acts before sign-in
 * @param title the person's role title, or the system task
 * @param facts JSON object with sorted keys, exactly as hashed
 * @param personalHash salted hash of the personal data kept apart, where there is any
 */
record Entry(
    UUID id, Instant at, UUID principal, String kind, String title, String act, Subject subject, String facts,
    byte @Nullable [] personalHash) {}
