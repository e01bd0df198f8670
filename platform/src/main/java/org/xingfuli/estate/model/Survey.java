package org.xingfuli.estate.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One survey of an estate.
 *
 * @param number the how-manieth of the estate, from 1
 * @param edition of the list of items
 * @param submittedBy the person who handed it in last; null where nobody did, or it is not on record who
 */
public record Survey(
    UUID id,
    UUID estateId,
    int number,
    int edition,
    SurveyState state,
    LocalDate openedOn,
    @Nullable LocalDate submittedOn,
    @Nullable UUID submittedBy,
    @Nullable LocalDate completedOn,
    @Nullable String returnedReason,
    int version) {}
