package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.programme.flow.SearchPlan;
import org.xingfuli.programme.model.PlanSearch;

/** Searches for a better plan: begin, look, stop with the best so far. */
@RestController
@RequestMapping("/api")
class PlanSearchController {

  private final SearchPlan searches;

  PlanSearchController(SearchPlan searches) {
    this.searches = searches;
  }

  /** @param seconds the search may take */
  record Wanted(
      @Min(PlanSearch.FEWEST_SECONDS) @Max(PlanSearch.MOST_SECONDS) int seconds, @Nullable @Size(max = 120) String note) {}

  /** A search as it stands. */
  record Row(
      UUID id, PlanSearch.State state, String note, int seconds, long seed, Instant beganAt, String beganBy, double used,
      List<PlanSearch.Found> found, boolean stopAsked, boolean proved, @Nullable UUID planId) {

    static Row of(PlanSearch search) {
      return new Row(search.id(), search.state(), search.note(), search.seconds(), search.seed(), search.beganAt(),
          search.beganBy(), search.used(), search.found(), search.stopAsked(), search.proved(), search.planId());
    }
  }

  @PostMapping("/programmes/{id}/searches")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAN_COMPUTE)
  Row begin(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid Wanted body) {
    return Row.of(searches.begin(key, id, body.seconds(), body.note() == null ? "" : body.note()));
  }

  /** No content when nobody ever searched. */
  @GetMapping("/programmes/{id}/searches/latest")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<Row> latest(@PathVariable UUID id) {
    return searches.latest(id).map(Row::of).map(ResponseEntity::ok).orElse(ResponseEntity.noContent().build());
  }

  @PostMapping("/searches/{id}/stop")
  @Requires(Permission.PLAN_COMPUTE)
  Row stop(@PathVariable UUID id) {
    return Row.of(searches.stop(id));
  }
}
