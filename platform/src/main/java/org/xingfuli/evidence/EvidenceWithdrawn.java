package org.xingfuli.evidence;

import java.util.UUID;

/** A photo or document was taken back; it stays on record but proves nothing any more. */
public record EvidenceWithdrawn(UUID eventId, UUID itemId, UUID estateId) {}
