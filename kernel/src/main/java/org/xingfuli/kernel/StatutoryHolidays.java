package org.xingfuli.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the announced years from the resource {@code statutory-holidays.txt}, whose head explains its lines. */
final class StatutoryHolidays {

  private static final String RESOURCE = "statutory-holidays.txt";

  private StatutoryHolidays() {}

  static List<HolidayYear> read() {
    try (var stream = StatutoryHolidays.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList();
      return parse(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<HolidayYear> parse(List<String> lines) {
    var years = new ArrayList<HolidayYear>();
    int year = 0;
    var papers = new ArrayList<String>();
    var days = new ArrayList<HolidayYear.Day>();
    for (var line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var words = line.split(" ", -1);
      switch (words[0]) {
        case "year" -> {
          if (year != 0) {
            years.add(HolidayYear.announced(year, papers, days));
          }
          year = Integer.parseInt(words[1]);
          papers.clear();
          days.clear();
        }
        case "paper" -> papers.add(words[1]);
        case "off", "work" -> {
          var first = LocalDate.parse(words[1]);
          var last = LocalDate.parse(words[words.length - 2]);
          var name = words[words.length - 1];
          first.datesUntil(last.plusDays(1))
              .forEach(date -> days.add(new HolidayYear.Day(date, name, words[0].equals("off"))));
        }
        default -> throw new IllegalStateException(RESOURCE + " says: " + line);
      }
    }
    years.add(HolidayYear.announced(year, papers, days));
    return years;
  }
}
