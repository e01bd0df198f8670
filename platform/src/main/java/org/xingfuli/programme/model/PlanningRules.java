package org.xingfuli.programme.model;

import org.xingfuli.programme.State;

/**
 * What a programme assumes beside its template; configuration, shown with the flag 待确认 until a district confirms it.
 *
 * @param office how office activities (survey, design, tender, owners' chain) run
 * @param site how site activities run
 * @param atRiskDays a node with at most so many days of float is at risk
 * @param unconfirmed whether nobody has confirmed these values yet
 */
public record PlanningRules(Office office, Site site, int atRiskDays, boolean unconfirmed) {

  /**
   * How office activities run. The template states calendar days; on working days the same work takes five sevenths as
   * many days, so that a week of the template stays a week of the year and only holidays lengthen it.
   */
  public enum Office { WORKING_DAYS, CALENDAR_DAYS }

  /** Whether site work rests at the Spring Festival. */
  public enum Site { REST_AT_SPRING_FESTIVAL, EVERY_DAY }

  /** As data/wbs says it is in practice. */
  public static final PlanningRules DEFAULT =
      new PlanningRules(Office.WORKING_DAYS, Site.REST_AT_SPRING_FESTIVAL, 7, true);

  /** As the template's own dates were computed: calendar days throughout. */
  public static final PlanningRules CALENDAR_DAYS =
      new PlanningRules(Office.CALENDAR_DAYS, Site.EVERY_DAY, 7, true);

  /** How an activity or a node with so many days of float stands. */
  public State state(boolean done, int floatDays, boolean begun) {
    if (done) {
      return State.DONE;
    }
    if (floatDays < 0) {
      return State.LATE;
    }
    if (floatDays <= atRiskDays) {
      return State.AT_RISK;
    }
    return begun ? State.ON_TIME : State.NOT_STARTED;
  }

  /** Duration in days of the activity's own calendar. */
  public int workingDuration(TemplateActivity activity, int calendarDays) {
    var shortened = office == Office.WORKING_DAYS && activity.calendar() == TemplateActivity.CalendarKind.OFFICE;
    return shortened ? Math.max(1, Math.ceilDiv(calendarDays * 5, 7)) : calendarDays;
  }
}
