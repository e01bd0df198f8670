package org.xingfuli.drills.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * On which days it rains. Each month has as many rain days as the assumed table says (domain.md 2.5; no figure of Nantong was
 * found), and wet days come in spells: after one the next is likelier wet. In the plum rain (normal 06-18 to 07-13) the spells
 * are longer and the month's days gather in it.
 */
final class Weather {

  private static final MonthDay PLUM_RAIN_FROM = MonthDay.of(6, 18);
  private static final MonthDay PLUM_RAIN_TO = MonthDay.of(7, 13);
  /** How much of a day's rain is yesterday's; assumption. */
  private static final double SPELL = 0.35;
  private static final double LONG_SPELL = 0.55;
  private static final double MORE_IN_PLUM_RAIN = 1.35;

  private final Chance chance;
  private final Map<Integer, Integer> rainDays;
  private final Map<LocalDate, Boolean> known = new HashMap<>();

  Weather(Chance chance) {
    this.chance = chance;
    this.rainDays = table();
  }

  boolean rains(LocalDate day) {
    var seen = known.get(day);
    if (seen != null) {
      return seen;
    }
    // The first of each year owes nothing to the day before, so that a day's weather never needs more than its year.
    var yesterday = day.getDayOfYear() > 1 && rains(day.minusDays(1));
    var share = share(day);
    var spell = plumRain(day) ? LONG_SPELL : SPELL;
    var wet = chance.happens(yesterday ? share + spell * (1 - share) : share * (1 - spell), "rain", day);
    known.put(day, wet);
    return wet;
  }

  static boolean plumRain(LocalDate day) {
    var date = MonthDay.from(day);
    return !date.isBefore(PLUM_RAIN_FROM) && !date.isAfter(PLUM_RAIN_TO);
  }

  private double share(LocalDate day) {
    var share = (double) rainDays.getOrDefault(day.getMonthValue(), 0) / day.lengthOfMonth();
    return plumRain(day) ? Math.min(0.8, share * MORE_IN_PLUM_RAIN) : share;
  }

  private static Map<Integer, Integer> table() {
    var table = new HashMap<Integer, Integer>();
    var file = Objects.requireNonNull(Weather.class.getResourceAsStream("/year/rain_days_assumed_nantong.csv"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", 3))
          .forEach(row -> table.put(Integer.valueOf(row[0]), Integer.valueOf(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
