package org.xingfuli.estate.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.SurveyCompleted;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyItem;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.BuildingStore;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;

/**
 * A survey is handed in, taken by another or given back. Taking it makes its sums the estate's quantities, as a correction with the
 * survey for a reason, and derives the menu of works.
 */
@Component
public class MoveSurvey {

  private final Transactions transactions;
  private final EstateStore estates;
  private final BuildingStore buildings;
  private final SurveyStore surveys;
  private final SurveyQuantities quantities;
  private final History history;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final BusinessClock clock;

  MoveSurvey(Transactions transactions, EstateStore estates, BuildingStore buildings, SurveyStore surveys,
      SurveyQuantities quantities, History history, Audit audit, ApplicationEventPublisher events, BusinessClock clock) {
    this.transactions = transactions;
    this.estates = estates;
    this.buildings = buildings;
    this.surveys = surveys;
    this.quantities = quantities;
    this.history = history;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Moves the estate's last survey.
   *
   * @param seen its version as the caller saw it
   * @param because a reason is needed to give it back
   * @return the survey as it is now, or null when the caller's scope has no such estate
   */
  public @Nullable Survey move(UUID estateId, int seen, SurveyState.Act act, Because because) {
    return transactions.<@Nullable Survey>here(
        () -> estates.lock(estateId).map(estate -> move(estate, seen, act, because)).orElse(null));
  }

  private Survey move(Estate estate, int seen, SurveyState.Act act, Because because) {
    var was = surveys.last(estate.id()).orElseThrow(() -> new Refused(Refusal.of("survey.none")));
    if (was.version() != seen) {
      throw new Refused(Refusal.of("survey.version-conflict", Map.of("seen", seen, "current", was.version())));
    }
    var next = SurveyState.GRAPH.move(was.state(), act).orRefuse();
    if (act == SurveyState.Act.SUBMIT) {
      Refused.ifAny(missing(estate, was));
    } else if (act == SurveyState.Act.COMPLETE && CurrentScope.get().principal().equals(was.submittedBy())) {
      throw new Refused(Refusal.of("survey.own"));
    } else if (act == SurveyState.Act.RETURN) {
      because.given();
    }
    var today = clock.today();
    surveys.move(new Survey(was.id(), was.estateId(), was.number(), was.edition(), next, was.openedOn(),
        act == SurveyState.Act.SUBMIT ? today : was.submittedOn(),
        act == SurveyState.Act.SUBMIT ? CurrentScope.get().principal() : was.submittedBy(),
        act == SurveyState.Act.COMPLETE ? today : was.completedOn(),
        act == SurveyState.Act.RETURN ? because.reason() : null, was.version()));
    var name = "estate.survey-" + switch (act) {
      case SUBMIT -> "submit";
      case COMPLETE -> "complete";
      case RETURN -> "return";
    };
    audit.record(name, new Subject("survey", was.id()), Map.of("estate", estate.id(), "number", was.number()));
    history.did(estate, name, OpenSurvey.about(estate, was), because);
    if (next == SurveyState.COMPLETED) {
      complete(estate, was);
    }
    return surveys.last(estate.id()).orElseThrow();
  }

  private void complete(Estate estate, Survey survey) {
    quantities.take(estate, survey);
    events.publishEvent(new SurveyCompleted(UuidV7.create(), estate.id(), survey.id(), survey.version() + 1));
  }

  /** One refusal a place that is not whole, with what it lacks. */
  private List<Refusal> missing(Estate estate, Survey survey) {
    var done = new HashSet<String>();
    surveys.findings(survey.id()).stream().filter(Finding::done)
        .forEach(finding -> done.add(finding.buildingId() + " " + finding.item()));
    var items = surveys.items(survey.edition());
    var refusals = new ArrayList<Refusal>();
    for (var building : buildings.ofEstate(estate.id())) {
      lacking(items, SurveyItem.Level.BUILDING, building.id(), building.number(), done, refusals);
    }
    lacking(items, SurveyItem.Level.ESTATE, null, "", done, refusals);
    return refusals;
  }

  private static void lacking(List<SurveyItem> items, SurveyItem.Level level, @Nullable UUID place, String number,
      HashSet<String> done, List<Refusal> refusals) {
    var names = items.stream()
        .filter(item -> item.level() == level && !done.contains(place + " " + item.code()))
        .map(item -> item.name().zh()).toList();
    if (!names.isEmpty()) {
      var code = level == SurveyItem.Level.BUILDING ? "survey.building-incomplete" : "survey.common-incomplete";
      refusals.add(Refusal.of(code, Map.of("pointer", "/" + (place == null ? "common" : number), "number", number,
          "missing", names.size(), "items", String.join("、", names))));
    }
  }
}
