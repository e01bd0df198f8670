package org.xingfuli.programme.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.programme.flow.EditRiskRules;
import org.xingfuli.programme.flow.FreshForecast;
import org.xingfuli.programme.flow.ReadRisk;

/** How likely nodes are kept, what decides it, what would help, and what all that assumes. */
@RestController
@RequestMapping("/api/programmes/{id}")
class RiskController {

  private final ReadRisk risk;
  private final EditRiskRules rules;
  private final RiskViews views;
  private final FreshForecast fresh;

  RiskController(ReadRisk risk, EditRiskRules rules, RiskViews views, FreshForecast fresh) {
    this.risk = risk;
    this.rules = rules;
    this.views = views;
    this.fresh = fresh;
  }

  /**
   * @param node shown at length; the least likely one when none is named
   * @param street only its projects
   * @param project only this project
   */
  @GetMapping("/risk")
  @Requires(Permission.PROGRAMME_READ)
  RiskView risk(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID node,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project) {
    fresh.asOfToday(id);
    return views.of(risk.picture(id, node, street, project));
  }

  /** The same figures to take away, with what they assume. */
  @GetMapping("/risk.xlsx")
  @Requires(Permission.PROGRAMME_READ)
  ResponseEntity<byte[]> workbook(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID node,
      @RequestParam(required = false) @Nullable String street, @RequestParam(required = false) @Nullable UUID project)
      throws IOException {
    return RiskBook.of(risk(id, node, street, project));
  }

  @GetMapping("/risk-rules")
  @Requires(Permission.PROGRAMME_READ)
  RiskRulesRow rules(@PathVariable UUID id) {
    return RiskRulesRow.of(rules.of(id));
  }

  /** Replaces what is assumed; the risk is simulated again. */
  @PutMapping("/risk-rules")
  @Requires(Permission.PROGRAMME_EDIT)
  RiskRulesRow editRules(@PathVariable UUID id, @RequestBody @Valid RiskRulesRow.Edit body) {
    rules.edit(id, body.version(), before -> body.rules());
    return rules(id);
  }
}
