package org.xingfuli.appeal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The complainant was called back and the appeal is closed. */
public record AppealClosed(UUID eventId, UUID appealId, @Nullable UUID estateId) {}
