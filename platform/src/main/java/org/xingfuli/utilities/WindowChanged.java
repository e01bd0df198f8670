package org.xingfuli.utilities;

import java.util.UUID;

/** A window that was agreed is none any more: it was moved and awaits new signatures, or was withdrawn. */
public record WindowChanged(UUID eventId, UUID requestId, UUID estateId) {}
