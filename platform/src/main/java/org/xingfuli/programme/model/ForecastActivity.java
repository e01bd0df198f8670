package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.util.UUID;
import org.xingfuli.programme.State;

/** One activity's dates by the forecast. */
public record ForecastActivity(
    UUID activityId,
    UUID projectId,
    String area,
    int position,
    LocalDate start,
    LocalDate finish,
    LocalDate latestStart,
    int floatDays,
    boolean critical,
    int percent,
    boolean started,
    State state) {}
