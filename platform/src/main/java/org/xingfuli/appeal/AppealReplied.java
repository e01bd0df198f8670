package org.xingfuli.appeal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appeal was answered, with proof of its outcome. */
public record AppealReplied(UUID eventId, UUID appealId, @Nullable UUID estateId) {}
