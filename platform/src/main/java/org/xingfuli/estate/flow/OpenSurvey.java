package org.xingfuli.estate.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.audit.Audit;
import org.xingfuli.audit.Subject;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estate;
import org.xingfuli.estate.model.Because;
import org.xingfuli.estate.model.Deed;
import org.xingfuli.estate.model.Survey;
import org.xingfuli.estate.model.SurveyState;
import org.xingfuli.estate.store.EstateStore;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.kernel.BusinessClock;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;
import org.xingfuli.kernel.UuidV7;
import org.xingfuli.wire.RequestLedger;

/** Somebody opens the survey of an estate, or a new one after the last was completed. */
@Component
public class OpenSurvey {

  private final Transactions transactions;
  private final RequestLedger ledger;
  private final EstateStore estates;
  private final SurveyStore surveys;
  private final History history;
  private final Audit audit;
  private final BusinessClock clock;

  OpenSurvey(Transactions transactions, RequestLedger ledger, EstateStore estates, SurveyStore surveys,
      History history, Audit audit, BusinessClock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.estates = estates;
    this.surveys = surveys;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens it; null when the caller's scope has no such estate. */
  public @Nullable Survey open(@Nullable String key, UUID estateId) {
    return transactions.<@Nullable Survey>here(() -> estates.lock(estateId)
        .map(estate -> ledger.once(key, "estate.survey-open", Survey.class, () -> insert(estate)))
        .orElse(null));
  }

  private Survey insert(Estate estate) {
    var last = surveys.last(estate.id());
    if (last.isPresent() && last.get().state() != SurveyState.COMPLETED) {
      throw new Refused(Refusal.of("survey.one-at-a-time", Map.of("state", last.get().state().name())));
    }
    var survey = new Survey(UuidV7.create(), estate.id(), last.map(Survey::number).orElse(0) + 1, surveys.edition(),
        SurveyState.GRAPH.initial(), clock.today(), null, null, null, null, 1);
    surveys.insert(survey, estate.area());
    audit.record("estate.survey-open", new Subject("survey", survey.id()),
        Map.of("estate", estate.id(), "number", survey.number()));
    history.did(estate, "estate.survey-open", about(estate, survey), Because.UNSAID);
    return survey;
  }

  static History.About about(Estate estate, Survey survey) {
    return new History.About(Deed.Kind.SURVEY, survey.id(), null, estate.name() + " #" + survey.number());
  }
}
