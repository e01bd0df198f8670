package org.xingfuli.appeal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The complainant refused the outcome, or a re-check did: the appeal is open again under its number. */
public record AppealReopened(UUID eventId, UUID appealId, @Nullable UUID estateId) {}
