package org.xingfuli.exchange.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mpxj.mpp.MPPReader;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.exchange.plans.model.Activity;
import org.xingfuli.exchange.plans.model.Loss;
import org.xingfuli.exchange.plans.model.Programme;
import org.xingfuli.exchange.plans.model.Reading;
import org.xingfuli.exchange.plans.model.Span;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans;
import org.xingfuli.exchange.plans.mpxj.ForeignPlans.Format;

/** What is written is read again as it was: dates, links, lags, calendars, crews, nodes; and nothing is lost in silence. */
class ForeignRoundTripTest {

  private static final int PROGRAMMES = Integer.getInteger("xingfuli.programmes", 150);

  @ParameterizedTest
  @EnumSource(names = {"MSPDI", "XER", "PMXML"})
  void randomProgrammesComeBackAsTheyWere(Format format) throws IOException {
    for (long seed = 1; seed <= (format == Format.PMXML ? PROGRAMMES / 3 : PROGRAMMES); seed++) {
      same(RandomProgrammes.elapsed(seed), format, "elapsed lags, seed " + seed);
      same(RandomProgrammes.worked(seed), format, "worked lags, seed " + seed);
    }
  }

  private static void same(Programme ours, Format format, String which) throws IOException {
    var out = new ByteArrayOutputStream();
    var written = format == Format.MSPDI ? ForeignPlans.writeMspdi(ours, out) : ForeignPlans.writeXer(ours, out);
    assertThat(written).as(which).isEmpty();
    var bytes = format == Format.PMXML ? Pmxml.of(ours).getBytes(StandardCharsets.UTF_8) : out.toByteArray();
    var back = ForeignPlans.read(bytes, format);
    assertThat(back.losses()).as(which).isEmpty();
    var theirs = back.programme();
    assertThat(theirs.start()).as(which).isEqualTo(ours.start());
    assertThat(theirs.projects()).as(which).isEqualTo(ours.projects());
    assertThat(rows(theirs)).as(which).containsExactlyInAnyOrderElementsOf(rows(ours));
    assertThat(ties(theirs)).as(which).isEqualTo(ties(ours));
    assertThat(dues(theirs)).as(which).isEqualTo(dues(ours));
    assertThat(theirs.crews()).as(which).containsExactlyInAnyOrderElementsOf(ours.crews());
    var dates = theirs.planned();
    assertThat(dates).as(which).isNotNull();
    if (theirs.network().size() == dates.size()) {
      assertThat(Verifier.violations(theirs.network(), dates)).as(which).isEmpty();
    }
  }

  /** Everything of an activity by what it says, not by indexes that may differ. */
  private static List<List<Object>> rows(Programme programme) {
    var rows = new ArrayList<List<Object>>();
    for (var a : programme.activities()) {
      var days = programme.calendars().get(a.calendar());
      rows.add(List.of(a.id(), a.wbs(), a.name(), a.groups(), programme.projects().get(a.project()), a.days(), days.week(),
          days.exceptions(), String.valueOf(a.notBefore()), a.rainSensitive(),
          a.demands().stream().map(d -> programme.crews().get(d.crew()).code() + d.number()).sorted().toList(),
          String.valueOf(a.planned())));
    }
    return rows;
  }

  private static HashSet<List<Object>> ties(Programme programme) {
    var ties = new HashSet<List<Object>>();
    for (var tie : programme.ties()) {
      var days = tie.calendar() < 0 ? "elapsed" : programme.calendars().get(tie.calendar()).exceptions();
      ties.add(List.of(id(programme, tie.from()), id(programme, tie.to()), tie.kind(), tie.lag(), days));
    }
    return ties;
  }

  private static HashSet<List<Object>> dues(Programme programme) {
    var dues = new HashSet<List<Object>>();
    programme.dues().forEach(due -> dues.add(List.of(due.code(), id(programme, due.activity()), due.by(), due.weight())));
    return dues;
  }

  private static String id(Programme programme, int activity) {
    return programme.activities().get(activity).id();
  }

  @Test
  void baselineAndActualsSurviveMspdi() throws IOException {
    var plain = RandomProgrammes.elapsed(3);
    var first = plain.activities().stream().filter(a -> a.days() > 0).findFirst().orElseThrow();
    var span = new Span(plain.start().minusDays(0), plain.start().plusDays(first.days()));
    var done = new Activity(first.id(), first.wbs(), first.name(), first.groups(), first.project(), first.days(),
        first.calendar(), first.notBefore(), first.rainSensitive(), first.demands(), first.planned(), span,
        new Activity.Actual(plain.start(), null, 40));
    var activities = new ArrayList<>(plain.activities());
    activities.set(activities.indexOf(first), done);
    var ours = new Programme(plain.name(), plain.start(), plain.projects(), plain.calendars(), plain.crews(), activities,
        plain.ties(), plain.dues(), plain.rain());
    var back = through(ours, Format.MSPDI);
    assertThat(back.programme().activities()).filteredOn(a -> a.id().equals(first.id())).singleElement()
        .satisfies(a -> {
          assertThat(a.baseline()).isEqualTo(span);
          assertThat(a.actual()).isEqualTo(new Activity.Actual(plain.start(), null, 40));
        });
    assertThat(back.losses()).extracting(Loss::kind).containsOnly(Loss.Kind.ACTUALS);
  }

  static Reading through(Programme programme, Format format) throws IOException {
    var out = new ByteArrayOutputStream();
    if (format == Format.XER) {
      ForeignPlans.writeXer(programme, out);
    } else {
      ForeignPlans.writeMspdi(programme, out);
    }
    return ForeignPlans.read(out.toByteArray(), format);
  }

  /** Real files stand beside the repository, not in it: MPXJ writes no .mpp, so there is none of our own. */
  @Test
  @EnabledIfSystemProperty(named = "xingfuli.data", matches = ".+")
  void microsoftProjectFilesGoThroughMspdiAndXerWithoutADayMore() throws Exception {
    var folder = Path.of(System.getProperty("xingfuli.data"), "msproject");
    var read = new ArrayList<Path>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".mpp")).sorted().toList()) {
        read.add(file);
        var ours = ForeignPlans.read(Files.readAllBytes(file), Format.MPP).programme();
        asTheFileSays(file, ours);
        for (var format : List.of(Format.MSPDI, Format.XER)) {
          var back = through(ours, format).programme();
          assertThat(rows(back)).as(file + " " + format).containsExactlyInAnyOrderElementsOf(rows(ours));
          assertThat(ties(back)).as(file + " " + format).isEqualTo(ties(ours));
        }
      }
    }
    assertThat(read).hasSizeGreaterThan(1);
  }

  private static void asTheFileSays(Path file, Programme programme) throws Exception {
    var project = new MPPReader().read(file.toFile());
    var byId = programme.activities().stream().collect(java.util.stream.Collectors.toMap(Activity::id, Function.identity()));
    for (var task : project.getTasks()) {
      if (task.hasChildTasks() || task.getMilestone()) {
        continue;
      }
      LocalDate first = task.getStart().toLocalDate();
      assertThat(byId.get(String.valueOf(task.getUniqueID())).planned())
          .isEqualTo(new Span(first, task.getFinish().toLocalDate().plusDays(1)));
    }
  }
}
