package org.xingfuli.programme.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.CrewNeed;

/**
 * An activity that may start and whose latest safe start has come: not starting it today makes a node late.
 *
 * @param owner whose move it is
 */
record MustStart(
    UUID activityId, UUID projectId, String projectName, String streetName, String code, Words name,
    LocalDate latestStart, int overdueDays, List<CrewNeed> crews, String owner) {}
