package org.xingfuli.appeal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit was made to answer for an appeal. */
public record AppealDispatched(UUID eventId, UUID appealId, @Nullable UUID estateId) {}
