package org.xingfuli.estate;

import java.util.UUID;

/** The pre-renovation survey ({@code 改造前体检}) of an estate is complete; its figures are the estate's quantities from now on. */
public record SurveyCompleted(UUID eventId, UUID estateId, UUID surveyId, int version) {}
