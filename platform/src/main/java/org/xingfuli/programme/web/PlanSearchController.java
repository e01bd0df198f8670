package org.xingfuli.programme.web;

import jakarta.validation.Valid;
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

/** Searches for a better plan: begin, look, stop with the best so far. */
@RestController
@RequestMapping("/api")
class PlanSearchController {

  private final SearchPlan searches;

  PlanSearchController(SearchPlan searches) {
    this.searches = searches;
  }

  @PostMapping("/programmes/{id}/searches")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.PLAN_COMPUTE)
  PlanSearchRow begin(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @PathVariable UUID id,
      @RequestBody @Valid PlanSearchRow.Wanted body) {
    return PlanSearchRow.of(searches.begin(key, id, body.seconds(), body.note() == null ? "" : body.note()));
  }

  /** No content when nobody ever searched. */
  @GetMapping("/programmes/{id}/searches/latest")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<PlanSearchRow> latest(@PathVariable UUID id) {
    return searches.latest(id).map(PlanSearchRow::of).map(ResponseEntity::ok).orElse(ResponseEntity.noContent().build());
  }

  @PostMapping("/searches/{id}/stop")
  @Requires(Permission.PLAN_COMPUTE)
  PlanSearchRow stop(@PathVariable UUID id) {
    return PlanSearchRow.of(searches.stop(id));
  }
}
