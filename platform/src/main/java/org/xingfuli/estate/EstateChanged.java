package org.xingfuli.estate;

import java.util.UUID;

/** An estate, its buildings or its households have changed; what they are now is asked of {@link Estates}. */
public record EstateChanged(UUID eventId, UUID estateId, int version) {}
