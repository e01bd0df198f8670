package org.xingfuli.programme.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A simulation that stands.
 *
 * @param firstDay day 0 of the finishes of its nodes
 * @param rules what was assumed
 * @param cures what was tried; empty until it was
 */
public record RiskHead(
    UUID programmeId, UUID planId, long forecastVersion, LocalDate dataDate, LocalDate firstDay, Instant computedAt,
    int milliseconds, int replications, RiskRules rules, List<RiskCure> cures) {}
