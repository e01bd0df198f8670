package org.xingfuli.programme.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xingfuli.engine.scheduling.pace.Pace;
import org.xingfuli.engine.scheduling.risk.Rain;
import org.xingfuli.kernel.Refusal;

/**
 * What the risk of a programme assumes; configuration, shown with the flag 待确认 until a district confirms it.
 *
 * @param wetDays days with rain of each month, January first
 * @param spell mean days of a wet spell
 * @param plumFrom first day of the plum rains
 * @param plumUntil their last day
 * @param plumWet percent of their days that are wet; the rest of the month has what is left of its days
 * @param plumSpell mean days of a wet spell in them
 * @param fastest percent of the planned duration that nine of ten activities need more than
 * @param slowest percent of it that nine of ten need less than
 * @param tradeShare percent of that spread which all work of a trade has in common
 * @param projectShare percent of it which all work of a project has in common
 * @param signatureChance percent of the projects whose outstanding signatures come late
 * @param signatureLeast days late at the least
 * @param signatureMost days late at the most
 * @param crewDayCost 元 an additional crew costs a day
 * @param atRiskBelow a node less likely than so many percent is marked as at risk
 * @param target percent asked for
 * @param unconfirmed whether nobody has confirmed these values yet
 * @param source what they rest on
 */
public record RiskRules(
    List<Integer> wetDays, double spell, MonthDay plumFrom, MonthDay plumUntil, int plumWet, double plumSpell, int fastest,
    int slowest, int tradeShare, int projectShare, int signatureChance, int signatureLeast, int signatureMost, int crewDayCost,
    int atRiskBelow, int target, boolean unconfirmed, String source) {

  /** The households' signatures are complete when this is done; until then these may have to wait. */
  public static final String SIGNED = "D01";

  public static final List<String> WAITING = List.of("D04", "D05");

  private static final int LONGEST_SPELL = 15;
  private static final int LATEST = 180;

  /** Rain by data/climate, pace as in the year's own reckoning (domain.md 9); the rest are ours. */
  public static final RiskRules DEFAULT = new RiskRules(List.of(9, 9, 12, 11, 11, 13, 12, 12, 10, 8, 8, 7), 2.2,
      MonthDay.of(6, 18), MonthDay.of(7, 13), 58, 3.5, Pace.ASSUMED.fastest(), Pace.ASSUMED.slowest(), Pace.ASSUMED.tradeShare(),
      Pace.ASSUMED.projectShare(), 25, 5, 20, 3000, 80, 90, true,
      "assumption: rain days of Suzhou and Wuxi, plum rains of a normal year in Nantong; pace, signatures and cost are ours");

  public RiskRules {
    wetDays = List.copyOf(wetDays);
  }

  /** What a stored row says, or the default. */
  public static RiskRules orDefault(@Nullable RiskRules known) {
    return known == null ? DEFAULT : known;
  }

  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    if (wetDays.size() != 12) {
      faults.add(range("/wetDays", wetDays.size(), 12, 12));
    }
    for (int month = 0; month < wetDays.size(); month++) {
      check(faults, "/wetDays/" + month, wetDays.get(month), 0, 28);
    }
    check(faults, "/spell", spell, 1, LONGEST_SPELL);
    check(faults, "/plumSpell", plumSpell, 1, LONGEST_SPELL);
    check(faults, "/plumWet", plumWet, 0, 95);
    check(faults, "/fastest", fastest, 30, 150);
    check(faults, "/slowest", slowest, fastest, 400);
    check(faults, "/tradeShare", tradeShare, 0, 100);
    check(faults, "/projectShare", projectShare, 0, 100 - Math.clamp(tradeShare, 0, 100));
    check(faults, "/signatureChance", signatureChance, 0, 100);
    check(faults, "/signatureLeast", signatureLeast, 0, LATEST);
    check(faults, "/signatureMost", signatureMost, signatureLeast, LATEST);
    check(faults, "/crewDayCost", crewDayCost, 0, 1_000_000);
    check(faults, "/atRiskBelow", atRiskBelow, 0, 100);
    check(faults, "/target", target, atRiskBelow, 100);
    if (plumUntil.isBefore(plumFrom)) {
      faults.add(Refusal.of("programme.risk-plum-rain", Map.of("from", plumFrom.toString(), "until", plumUntil.toString(),
          "pointer", "/plumUntil")));
    }
    return faults;
  }

  private static void check(List<Refusal> faults, String pointer, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      faults.add(range(pointer, value, least, most));
    }
  }

  private static Refusal range(String pointer, double value, double least, double most) {
    return Refusal.of("programme.risk-out-of-range",
        Map.of("value", plain(value), "least", plain(least), "most", plain(most), "pointer", pointer));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Wet and dry days of a horizon. */
  Rain rain(Horizon horizon) {
    var wet = new double[horizon.days()];
    var stay = new double[horizon.days()];
    for (int day = 0; day < wet.length; day++) {
      var date = horizon.date(day);
      var plum = isPlum(date);
      wet[day] = plum ? plumWet / 100.0 : wetOutsidePlum(date);
      stay[day] = Rain.stay(wet[day], plum ? plumSpell : spell);
    }
    return new Rain(wet, stay);
  }

  private boolean isPlum(LocalDate date) {
    var day = MonthDay.from(date);
    return !day.isBefore(plumFrom) && !day.isAfter(plumUntil);
  }

  /** The month keeps its wet days as long as the plum rains leave it any. */
  private double wetOutsidePlum(LocalDate date) {
    var days = date.lengthOfMonth();
    var plum = 0;
    for (int day = 1; day <= days; day++) {
      plum += isPlum(date.withDayOfMonth(day)) ? 1 : 0;
    }
    return Math.clamp((wetDays.get(date.getMonthValue() - 1) - plum * plumWet / 100.0) / (days - plum), 0, 0.95);
  }

  Pace pace() {
    return new Pace(fastest, slowest, tradeShare, projectShare);
  }
}
