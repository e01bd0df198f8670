package org.xingfuli.estate.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.WorkLine;
import org.xingfuli.estate.WorkMark;
import org.xingfuli.estate.model.Fields;
import org.xingfuli.estate.model.Finding;
import org.xingfuli.estate.model.Grade;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.estate.store.WorkStore;
import org.xingfuli.kernel.UuidV7;

/** Takes over surveys and words on menus from before the platform was there, in the caller's transaction. */
@Component
public class PastSurveys {

  private final EstateStore estates;
  private final SurveyStore surveys;
  private final WorkStore works;
  private final Menus menus;
  private final History history;

  PastSurveys(EstateStore estates, SurveyStore surveys, WorkStore works, Menus menus, History history) {
    this.estates = estates;
    this.surveys = surveys;
    this.works = works;
    this.menus = menus;
    this.history = history;
  }

  /** What was found of an item; {@code building} is null on the common ground. */
  public record Found(@Nullable UUID building, String item, Grade grade, @Nullable BigDecimal quantity,
      @Nullable String option, @Nullable String note, String title, LocalDate on) {}

  /** Writes the survey down with its way so far. */
  public void take(UUID estateId, SurveyState state, LocalDate openedOn, @Nullable LocalDate submittedOn,
      @Nullable LocalDate decidedOn, @Nullable String returnedReason, String surveyors, String decider,
      List<Found> findings) {
    var estate = estate(estateId);
    var number = surveys.last(estateId).map(Survey::number).orElse(0) + 1;
    var survey = new Survey(UuidV7.create(), estateId, number, surveys.edition(), state, openedOn, submittedOn, null,
        state == SurveyState.COMPLETED ? decidedOn : null, returnedReason, state.ordinal() + 1);
    surveys.insert(survey, estate.area());
    surveys.write(estate, findings.stream().map(found -> new Finding(UuidV7.create(), survey.id(), found.building(),
        found.item(), found.grade(), found.quantity(), found.option(), found.note(), null, found.title(), found.on(), 1))
        .toList());
    var about = OpenSurvey.about(estate, survey);
    history.past(estate, "estate.survey-open", about, List.of(), null, surveyors, openedOn);
    if (submittedOn != null) {
      history.past(estate, "estate.survey-submit", about, List.of(), null, surveyors, submittedOn);
    }
    if (decidedOn != null) {
      history.past(estate, state == SurveyState.COMPLETED ? "estate.survey-complete" : "estate.survey-return", about,
          List.of(), returnedReason, decider, decidedOn);
    }
    if (state == SurveyState.COMPLETED) {
      menus.derive(estate);
    }
  }

  /** Writes down what was said of a work. */
  public void say(UUID estateId, String code, WorkMark mark, @Nullable BigDecimal quantity, String reason, String title,
      LocalDate on) {
    var estate = estate(estateId);
    var was = works.line(estateId, code).orElseThrow(() -> new IllegalArgumentException(code));
    var amount = quantity == null ? was.quantity() : quantity;
    var now = new WorkLine(was.id(), was.estateId(), was.code(), was.name(), was.workClass(), was.lane(), amount,
        was.derived(), amount.compareTo(was.derived()) != 0, was.unit(), was.unitCost(), was.costLow(), was.costHigh(),
        was.activities(), mark, reason, was.source(), was.unconfirmed(), was.version());
    works.update(now);
    history.past(estate, "estate.work-change", ChangeWork.about(estate, was),
        Fields.differences(Fields.of(was), Fields.of(now)), reason, title, on);
  }

  private Estate estate(UUID id) {
    return estates.lock(id).orElseThrow(() -> new IllegalArgumentException("no estate " + id));
  }
}
