package org.xingfuli.drills.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xingfuli.drills.Person;

/** What a year owes to its seed, and what it does not. */
class ChanceOfAYearTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  private static List<LocalDate> wet(long seed, LocalDate from, LocalDate to) {
    var weather = new Weather(new Chance(seed));
    return from.datesUntil(to).filter(weather::rains).toList();
  }

  @Test
  void aChanceDependsOnItsTopicAndNotOnWhatWasAskedBefore() {
    var one = new Chance(7);
    var other = new Chance(7);
    other.of("something else");
    assertThat(one.of("start", "2022-01 R03")).isEqualTo(other.of("start", "2022-01 R03"));
    assertThat(one.of("start", "2022-01 R03")).isNotEqualTo(one.of("start", "2022-01 R04"));
    assertThat(one.of("start")).isNotEqualTo(new Chance(8).of("start"));
  }

  @Test
  void chancesAreSpreadEvenly() {
    var chance = new Chance(20220420);
    var sum = 0.0;
    for (var number = 0; number < 10_000; number++) {
      sum += chance.of("spread", number);
    }
    assertThat(sum / 10_000).isBetween(0.48, 0.52);
  }

  @Test
  void theSameSeedRainsOnTheSameDaysInWhateverOrderTheyAreAskedAbout() {
    var backwards = new Weather(new Chance(5));
    var last = LocalDate.of(2022, 12, 31);
    assertThat(backwards.rains(last)).isEqualTo(new Weather(new Chance(5)).rains(last));
    assertThat(wet(5, FIRST, last)).isEqualTo(wet(5, FIRST, last)).isNotEqualTo(wet(6, FIRST, last));
  }

  @Test
  void aYearHasAboutTheRainDaysOfTheTableAndWetDaysComeInSpells() {
    var days = 0;
    var afterWet = 0;
    var wetAfterWet = 0;
    var years = 40;
    for (var seed = 0; seed < years; seed++) {
      var weather = new Weather(new Chance(seed));
      for (var day = FIRST.plusDays(1); day.getYear() == 2022; day = day.plusDays(1)) {
        days += weather.rains(day) ? 1 : 0;
        if (weather.rains(day.minusDays(1))) {
          afterWet++;
          wetAfterWet += weather.rains(day) ? 1 : 0;
        }
      }
    }
    assertThat(days / (double) years).as("rain days a year; the table has 122").isBetween(110.0, 140.0);
    assertThat(wetAfterWet / (double) afterWet).as("after a wet day").isGreaterThan(1.3 * days / (years * 365.0));
  }

  @Test
  void theHashKnowsWhatWasDoneAndNotTheIdsItWasDoneUnder() {
    var one = chronicle("{\"id\":\"a\",\"percent\":40,\"at\":\"now\"}", 40);
    assertThat(chronicle("{\"percent\":40,\"id\":\"b\"}", 40).hash()).isEqualTo(one.hash());
    assertThat(chronicle("{\"id\":\"a\",\"percent\":41}", 40).hash()).isNotEqualTo(one.hash());
    assertThat(chronicle("{\"id\":\"a\",\"percent\":40}", 41).hash()).isNotEqualTo(one.hash());
  }

  private static Chronicle chronicle(String answer, int percent) {
    var chronicle = new Chronicle();
    chronicle.add(new Act(1, FIRST, "planner", "progress", "2022-01 R03", Map.of("percent", percent, "version", answer.length()),
        201, Person.JSON.readTree(answer), null, null));
    return chronicle;
  }

  @Test
  void invariantsHaveNamesOfTheirOwn() {
    var invariants = Invariants.all();
    assertThat(invariants.size()).isGreaterThanOrEqualTo(20);
    assertThat(invariants.stream().map(Invariant::name)).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+"));
  }
}
