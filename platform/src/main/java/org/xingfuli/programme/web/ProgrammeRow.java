package org.xingfuli.programme.web;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xingfuli.programme.model.PlanningRules;
import org.xingfuli.programme.model.Programme;

/** A programme with its counts and what it assumes. */
record ProgrammeRow(
    UUID id,
    int year,
    String name,
    LocalDate starts,
    int projects,
    int estates,
    @Nullable FrozenPlan frozenPlan,
    PlanningRules rules,
    int version) {

  /** An edit of name, start and rules; what is absent stays. Saying {@code assumption: false} confirms the rules. */
  record RulesEdit(
      @Nullable Integer version,
      @Nullable @Size(max = 80) String name,
      @Nullable LocalDate starts,
      PlanningRules.@Nullable Office office,
      PlanningRules.@Nullable Site site,
      @Nullable Integer atRiskDays,
      @Nullable BigDecimal rainStopsFrom,
      @Nullable Boolean assumption,
      @Nullable @Size(max = 200) String source) {

    Programme of(Programme p) {
      var held = p.rules();
      return new Programme(p.id(), p.year(), name == null ? p.name() : name.strip(), starts == null ? p.starts() : starts,
          new PlanningRules(office == null ? held.office() : office, site == null ? held.site() : site,
              atRiskDays == null ? held.atRiskDays() : atRiskDays,
              rainStopsFrom == null ? held.rainStopsFrom() : rainStopsFrom, assumption == null ? held.unconfirmed() : assumption,
              source == null ? held.source() : source.strip()), p.version());
    }
  }

  /** The plan in force. */
  record FrozenPlan(UUID id, int version, @Nullable Instant frozenAt) {}
}
