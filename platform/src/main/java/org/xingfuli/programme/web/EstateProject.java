package org.xingfuli.programme.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.State;
import org.xingfuli.programme.Words;

/**
 * A project an estate is in, with the year it belongs to and how its nodes stand.
 *
 * @param share the part of the estate (above 0, at most 1) the project renovates
 * @param state the worst over its nodes, absent while the year has no frozen plan
 * @param carriedOverTo the later year that took it over
 * @param nodes those that bind the project, in the programme's order; empty while the year has no frozen plan
 */
record EstateProject(
    UUID id,
    UUID programmeId,
    int year,
    String programmeName,
    String code,
    String name,
    BigDecimal share,
    @Nullable Integer carriedOverFrom,
    @Nullable Integer carriedOverTo,
    @Nullable State state,
    List<NodeStanding> nodes) {

  /** A node of the project by the forecast; days left are negative when it is late. */
  record NodeStanding(
      UUID id, String code, Words name, LocalDate due, LocalDate finish, @JsonProperty("float") int floatDays,
      State state) {}
}
