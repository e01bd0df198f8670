package org.xingfuli.estate;

import java.util.UUID;

/** The estate's menu of works has changed (a quantity, a cost, a mark, or all anew); what it is now is asked of {@link Works}. */
public record MenuChanged(UUID eventId, UUID estateId, int version) {}
