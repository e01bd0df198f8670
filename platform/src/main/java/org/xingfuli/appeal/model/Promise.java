package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time said aloud, such as "the supervisor comes today at 15:30", tied to an appeal (承诺登记).
 *
 * @param point where it was said; null when it was said elsewhere
 * @param said what shall happen then
 * @param words how it was kept, or why it was moved
 * @param movedTo the promise in its place
 */
public record Promise(UUID id, UUID appeal, @Nullable UUID point, String area, @Nullable UUID estate, String said, Instant dueAt,
    Instant madeAt, UUID madeBy, String madeTitle, PromiseState state, @Nullable Instant endedAt, String words,
    @Nullable UUID movedTo) {}
