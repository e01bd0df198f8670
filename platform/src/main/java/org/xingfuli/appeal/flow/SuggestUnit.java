package org.xingfuli.appeal.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.model.Appeal;
import org.xingfuli.appeal.model.Classes;
import org.xingfuli.appeal.store.InboxStore;
import org.xingfuli.engine.triage.ResponsibleUnit;
import org.xingfuli.engine.triage.UnitRule;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.UtilityService;
import org.xingfuli.identity.Words;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.programme.Programmes;

/**
 * Suggests the unit an appeal may belong to, each with its reason, for a person to confirm: the utility whose service it is, the agent
 * who delivers this year's works, who has settled such appeals here before, and the community the estate lies in (属地).
 */
@Component
public class SuggestUnit {

  private static final int MOST = 3;
  private static final int COMMUNITY = 9;
  private static final Duration LOOKED_BACK = Duration.ofDays(180);

  private static final Map<String, UtilityService> UTILITIES = Map.of("UTILITIES_WATER", UtilityService.WATER, "UTILITIES_POWER",
      UtilityService.POWER, "UTILITIES_GAS", UtilityService.GAS, "UTILITIES_LINES", UtilityService.TELECOM);

  /** What the works themselves cause is their agent's to put right. */
  private static final List<String> OF_THE_WORKS = List.of("WORKS_QUALITY", "SITE_SAFETY", "NOISE_SITE", "LEAK_ROOF_WORKS", "PIPES_DAMAGED");

  private final Organisations organisations;
  private final Programmes programmes;
  private final InboxStore inbox;
  private final BusinessClock clock;

  SuggestUnit(Organisations organisations, Programmes programmes, InboxStore inbox, BusinessClock clock) {
    this.organisations = organisations;
    this.programmes = programmes;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** A unit and why. */
  public record Suggested(Organisation unit, Words because) {}

  /** Why a rule says so, in both languages, by the unit and the rule's own words. */
  private record Rule(@Nullable String classCode, UUID unit, Words because) {}

  /** The likeliest first. */
  public List<Suggested> units(Appeal appeal, @Nullable String classCode) {
    var code = classCode == null ? "OTHER" : classCode;
    if (!Classes.known(code)) {
      return List.of();
    }
    var rules = rules(appeal, code);
    var here = "here";
    // All rules are of this one case's place, so the deepest class decides.
    var engine = new ResponsibleUnit(Classes.tree(), rules.stream().map(rule ->
        new UnitRule(rule.classCode(), here, null, rule.unit().toString(), rule.because().zh())).toList());
    return engine.suggest(code, List.of(here), appeal.urgency().name()).stream().limit(MOST).flatMap(found ->
        organisations.find(UUID.fromString(found.unit())).filter(unit -> !unit.closed()).stream().map(unit -> new Suggested(unit,
            rules.stream().filter(rule -> rule.unit().equals(unit.id())).findFirst().map(Rule::because).orElseThrow()))).toList();
  }

  private List<Rule> rules(Appeal appeal, String code) {
    var rules = new ArrayList<Rule>();
    UTILITIES.forEach((its, service) -> {
      if (code.startsWith(its)) {
        organisations.utilities(service).forEach(unit -> rules.add(new Rule(its, unit.id(),
            new Words(service.words().zh() + "由其负责", service.words().en() + " is its service"))));
      }
    });
    var estate = appeal.estate();
    if (estate != null) {
      OF_THE_WORKS.stream().filter(code::startsWith).forEach(its -> programmes.deliveryAgents(estate).forEach(agent -> rules.add(
          new Rule(its, agent, new Words("代建本小区今年的改造", "Delivers this year's works of the estate")))));
    }
    settled(appeal, code).ifPresent(rules::add);
    Stream.of(appeal.area(), appeal.area().substring(0, Math.min(COMMUNITY, appeal.area().length()))).distinct()
        .flatMap(area -> organisations.byArea(area).stream())
        .filter(unit -> unit.parentId() != null).limit(1)
        .forEach(unit -> rules.add(new Rule(null, unit.id(), new Words("诉求地点在其辖区（属地）", "The place lies in its area"))));
    return rules;
  }

  private Optional<Rule> settled(Appeal appeal, String code) {
    return inbox.mostSettling(appeal.estate(), appeal.area(), code, clock.now().minus(LOOKED_BACK)).map(most -> new Rule(code, most.unit(),
        new Words("近半年这里的同类诉求有 " + most.count() + " 件由其办结",
            "Has settled " + most.count() + " such appeals here within half a year")));
  }
}
