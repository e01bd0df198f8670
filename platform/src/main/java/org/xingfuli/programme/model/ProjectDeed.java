package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.Words;

/**
 * One act on a project, as the history of its estates tells it.
 *
 * @param act as the audit names it, such as {@code programme.contract}
 * @param code the project's, and {@code name} too, as they were then
 * @param what it did, in words
 * @param reason empty where none was given
 * @param person who did it; null where no account did or only a title is known, and then {@code title} says who
 * @param doneOn the business date; {@code at} is the system's time
 */
public record ProjectDeed(
    UUID id, UUID projectId, String act, String code, String name, Words what, String reason, @Nullable UUID person,
    @Nullable String title, LocalDate doneOn, Instant at) {}
