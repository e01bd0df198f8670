package org.xingfuli.estate.flow;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.store.SurveyStore;
import org.xingfuli.evidence.SubjectKeeper;

/** Tells evidence whether a finding of a survey is there. */
@Component
class FindingsForEvidence implements SubjectKeeper {

  static final String TYPE = "finding";

  private final Transactions transactions;
  private final SurveyStore store;

  FindingsForEvidence(Transactions transactions, SurveyStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean has(UUID subject, UUID estate) {
    return transactions.here(() -> store.finding(subject).flatMap(finding -> store.find(finding.surveyId())))
        .filter(survey -> survey.estateId().equals(estate)).isPresent();
  }
}
