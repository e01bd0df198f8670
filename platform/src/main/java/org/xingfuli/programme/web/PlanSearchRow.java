package org.xingfuli.programme.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.PlanSearch;

/** A search for a better plan as it stands. */
record PlanSearchRow(
    UUID id,
    PlanSearch.State state,
    String note,
    int seconds,
    long seed,
    Instant beganAt,
    String beganBy,
    double used,
    List<PlanSearch.Found> found,
    boolean stopAsked,
    boolean proved,
    @Nullable UUID planId) {

  /** @param seconds the search may take */
  record Wanted(
      @Min(PlanSearch.FEWEST_SECONDS) @Max(PlanSearch.MOST_SECONDS) int seconds, @Nullable @Size(max = 120) String note) {}

  static PlanSearchRow of(PlanSearch search) {
    return new PlanSearchRow(search.id(), search.state(), search.note(), search.seconds(), search.seed(), search.beganAt(),
        search.beganBy(), search.used(), search.found(), search.stopAsked(), search.proved(), search.planId());
  }
}
