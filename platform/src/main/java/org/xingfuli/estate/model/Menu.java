package org.xingfuli.estate.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From what an estate's menu was derived.
 *
 * @param surveyId the survey; null while only the register's quantities were there
 */
public record Menu(UUID estateId, int edition, @Nullable UUID surveyId, Instant derivedAt, int version) {}
