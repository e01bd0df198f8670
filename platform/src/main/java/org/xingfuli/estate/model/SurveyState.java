package org.xingfuli.estate.model;

import org.xingfuli.kernel.StateGraph;

/** Where the survey of an estate stands. */
public enum SurveyState {
  /** Surveyors fill it in. */
  OPEN,
  /** Whole, and waiting for the street's or the district's word. */
  SUBMITTED,
  /** Given back to be mended. */
  RETURNED,
  /** Taken; what is put right afterwards is a correction with a reason. */
  COMPLETED;

  public enum Act { SUBMIT, COMPLETE, RETURN }

  public static final StateGraph<SurveyState, Act> GRAPH = StateGraph.<SurveyState, Act>named("survey", OPEN)
      .edge(OPEN, Act.SUBMIT, SUBMITTED)
      .edge(SUBMITTED, Act.COMPLETE, COMPLETED)
      .edge(SUBMITTED, Act.RETURN, RETURNED)
      .edge(RETURNED, Act.SUBMIT, SUBMITTED)
      .build();

  /** Whether surveyors write without giving reasons. */
  public boolean filling() {
    return this == OPEN || this == RETURNED;
  }
}
