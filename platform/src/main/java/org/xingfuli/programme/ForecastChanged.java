package org.xingfuli.programme;

import java.util.UUID;

/** A programme's forecast was computed again. */
public record ForecastChanged(UUID eventId, UUID programmeId, long version) {}
