package org.xingfuli.appeal.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.identity.By;

/**
 * One line of an appeal's timeline.
 *
 * @param unit organisation concerned, such as the one it was dispatched to
 * @param visible whether the complainant reads it too
 * @param facts ids and figures a later reader needs; no personal data
 */
public record Entry(
    UUID id, UUID appeal, Instant at, String act, int round, @Nullable AppealState from, AppealState to, By by,
    @Nullable UUID unit, String words, boolean visible, Map<String, Object> facts) {}
