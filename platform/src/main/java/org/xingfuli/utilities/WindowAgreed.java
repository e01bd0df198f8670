package org.xingfuli.utilities;

import java.util.UUID;

/** All utilities concerned have agreed to a window; which it is, is asked of {@link Utilities}. */
public record WindowAgreed(UUID eventId, UUID requestId, UUID estateId) {}
