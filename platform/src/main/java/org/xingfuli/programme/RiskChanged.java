package org.xingfuli.programme;

import java.util.UUID;

/** The probabilities of a programme's nodes were simulated again; they are asked of {@link Programmes}. */
public record RiskChanged(UUID eventId, UUID programmeId, long forecastVersion) {}
