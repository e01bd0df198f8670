package org.xingfuli.database;

import java.util.UUID;

/**
 * Told on one living node when another was silent too long, or left without finishing: what that one had begun and kept
 * nowhere else is to be taken up. Listen with {@code @EventListener}; the work must bear being begun twice.
 */
public record NodeGone(UUID node) {}
