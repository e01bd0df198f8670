package org.xingfuli.programme.model;

import java.util.UUID;

/**
 * How far a project is by its reports, and how far its frozen plan wants it on the data date.
 *
 * @param done percent, each activity weighted by its planned days
 * @param planned percent, weighted alike
 */
public record ForecastShare(UUID projectId, String area, int done, int planned) {}
