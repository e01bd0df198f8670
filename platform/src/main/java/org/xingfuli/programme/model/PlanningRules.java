package org.xingfuli.programme.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.programme.State;

/**
 * What a programme assumes beside its template; configuration, shown with the flag 待确认 until a district confirms it.
 *
 * @param office how office activities (survey, design, tender, owners' chain) run
 * @param site how site activities run
 * @param atRiskDays a node with at most so many days of float is at risk
 * @param rainStopsFrom outdoor activities of at least this rain sensitivity, 0 to 1, stand still on the rainy days of a draft
 * @param unconfirmed whether nobody has confirmed these values yet
 * @param source what they rest on
 */
public record PlanningRules(
    Office office, Site site, int atRiskDays, BigDecimal rainStopsFrom, boolean unconfirmed, String source) {

  /** More than two months of float is no risk to anybody. */
  private static final int MOST_DAYS = 60;

  /** Work that rain holds up at least as often as not. */
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * How office activities run. The template states calendar days; on working days the same work takes five sevenths as
   * many days, so that a week of the template stays a week of the year and only holidays lengthen it.
   */
  public enum Office { WORKING_DAYS, CALENDAR_DAYS }

  /** Whether site work rests at the Spring Festival. */
  public enum Site { REST_AT_SPRING_FESTIVAL, EVERY_DAY }

  /** As data/wbs says it is in practice. */
  public static final PlanningRules DEFAULT =
      new PlanningRules(Office.WORKING_DAYS, Site.REST_AT_SPRING_FESTIVAL, 7, HALF, true, "");

  /** As the template's own dates were computed: calendar days throughout. */
  public static final PlanningRules CALENDAR_DAYS =
      new PlanningRules(Office.CALENDAR_DAYS, Site.EVERY_DAY, 7, HALF, true, "");

  public PlanningRules {
    // Rules stored before they had a source or said when rain stops work are read without.
    source = Objects.requireNonNullElse(source, "");
    rainStopsFrom = Objects.requireNonNullElse(rainStopsFrom, HALF);
  }

  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    if (atRiskDays < 0 || atRiskDays > MOST_DAYS) {
      faults.add(Refusal.of("programme.at-risk-days-out-of-range",
          Map.of("days", atRiskDays, "most", MOST_DAYS, "pointer", "/atRiskDays")));
    }
    if (rainStopsFrom.signum() < 0 || rainStopsFrom.compareTo(BigDecimal.ONE) > 0) {
      faults.add(Refusal.of("programme.rain-stops-out-of-range",
          Map.of("value", rainStopsFrom.toPlainString(), "pointer", "/rainStopsFrom")));
    }
    return faults;
  }

  /** Whether a plan by either of them has the same dates, and any rain adopted into it the same consequences. */
  public boolean dateLike(PlanningRules other) {
    return office == other.office && site == other.site && rainStopsFrom.compareTo(other.rainStopsFrom) == 0;
  }

  /** The same calendars and rain, held to what counts as at risk today. */
  public PlanningRules heldTo(PlanningRules today) {
    return new PlanningRules(office, site, today.atRiskDays, rainStopsFrom, today.unconfirmed, today.source);
  }

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

  /** Whether an activity stands still on a day of rain that a draft assumes. */
  public boolean stoppedByRain(TemplateActivity activity) {
    return activity.outdoor() && activity.rainSensitivity().compareTo(rainStopsFrom) >= 0;
  }

  /** Duration in days of the activity's own calendar. */
  public int workingDuration(TemplateActivity activity, int calendarDays) {
    var shortened = office == Office.WORKING_DAYS && activity.calendar() == TemplateActivity.CalendarKind.OFFICE;
    return shortened ? Math.max(1, Math.ceilDiv(calendarDays * 5, 7)) : calendarDays;
  }
}
