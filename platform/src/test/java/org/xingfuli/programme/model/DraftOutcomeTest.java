package org.xingfuli.programme.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.whatif.Difference;
import org.xingfuli.engine.scheduling.whatif.ShiftChain;
import org.xingfuli.kernel.Refused;
import org.xingfuli.programme.LossReason;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.model.DraftEdit.Kind;

/** Drafts beside a frozen plan that has partly happened; a failing seed stands in the display name. */
class DraftOutcomeTest {

  private static final int PROJECTS = 5;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  /** A third of the year has gone: as planned, but for days lost here and there. */
  static Forecast standing(long seed) {
    return standing(PROJECTS, seed, true);
  }

  /** @param held whether activities lost days before they began */
  static Forecast standing(int projects, long seed, boolean held) {
    var basis = ADistrict.of(projects, seed);
    var plan = ADistrict.planned(basis);
    var network = ProgrammeNetwork.of(basis, ADistrict.CALENDAR);
    var today = network.horizon().date(plan.makespan() / 3);
    var day = network.horizon().day(today);
    var random = new Random(seed);
    var progress = new HashMap<Integer, Progress>();
    for (int activity = 0; activity < basis.size(); activity++) {
      var start = network.horizon().date(plan.start(activity));
      if (plan.finish(activity) <= day) {
        progress.put(activity, new Progress(100, start, network.horizon().date(plan.finish(activity) - 1), today, lost(0), lost(0)));
      } else if (plan.start(activity) < day) {
        progress.put(activity, new Progress(20 + random.nextInt(40), start, null, today.minusDays(1), lost(0),
            lost(random.nextInt(6))));
      } else if (held && random.nextInt(20) == 0) {
        progress.put(activity, new Progress(0, null, null, today.minusDays(1), lost(1 + random.nextInt(5)), lost(0)));
      }
    }
    return Forecast.of(basis, ADistrict.CALENDAR, plan, progress, today);
  }

  private static EnumMap<LossReason, Integer> lost(int days) {
    var lost = new EnumMap<LossReason, Integer>(LossReason.class);
    if (days > 0) {
      lost.put(LossReason.RAIN, days);
    }
    return lost;
  }

  static List<DraftEdit> edits(Forecast forecast, long seed) {
    var random = new Random(seed);
    var basis = forecast.plan().basis();
    var today = forecast.dataDate();
    var edits = new ArrayList<DraftEdit>();
    edits.add(DraftEdit.crews(basis.crews().get(random.nextInt(basis.crews().size())).code(), null, 1 + random.nextInt(2),
        today, today.plusDays(60)));
    edits.add(DraftEdit.rain(today.plusDays(3), today.plusDays(3 + random.nextInt(6))));
    for (var kind : List.of(Kind.PERMIT, Kind.START, Kind.DURATION, Kind.DROP)) {
      var activity = open(forecast, random);
      edits.add(DraftEdit.of(kind, basis.idOf(activity), today.plusDays(10 + random.nextInt(60)), 1 + random.nextInt(20)));
    }
    edits.add(new DraftEdit(Kind.ORDER, null, null, null, null, null, null, null, null, null, null, null,
        List.of("320613003", "320613001"), null, null));
    edits.add(work(forecast, random));
    edits.removeIf(edit -> random.nextInt(3) == 0);
    return edits;
  }

  /** Work behind an open activity, with one of its crews, and waited for by what waited for that activity. */
  private static DraftEdit work(Forecast forecast, Random random) {
    var basis = forecast.plan().basis();
    var after = open(forecast, random);
    var before = basis.ties().stream().filter(tie -> tie.from() == after && !forecast.started(tie.to())).findFirst()
        .map(tie -> basis.idOf(tie.to())).orElse(null);
    var crew = basis.templateOf(after).crews().stream().map(CrewNeed::crew).findFirst().orElse(null);
    return DraftEdit.add(basis.idOf(after), before,
        new DraftEdit.Work(new UUID(7, random.nextLong()), "加装电梯基坑", 1 + random.nextInt(20), crew, 1, random.nextBoolean()));
  }

  private static int open(Forecast forecast, Random random) {
    var size = forecast.plan().basis().size();
    var activity = random.nextInt(size);
    while (forecast.started(activity)) {
      activity = (activity + 1) % size;
    }
    return activity;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anEmptyDraftSaysWhatTheForecastSays(long seed) {
    var forecast = standing(seed);
    var outcome = DraftOutcome.of(forecast, List.of());
    assertThat(outcome.changes()).isEmpty();
    assertThat(outcome.handOver(true)).isEqualTo(outcome.handOver(false));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theForecastAgainstAnAdoptedDraftSaysOnItsFirstDayWhatTheDraftSaid(long seed) {
    var forecast = standing(seed);
    var outcome = DraftOutcome.of(forecast, edits(forecast, seed));
    var adoption = outcome.adopted(ADistrict.CALENDAR);
    for (int activity = 0; activity < forecast.plan().basis().size(); activity++) {
      assertThat(adoption.forecast().start(activity)).as("start of " + activity).isEqualTo(outcome.start(activity));
      assertThat(adoption.forecast().finish(activity)).as("finish of " + activity).isEqualTo(outcome.finish(activity));
      assertThat(adoption.dates().get(activity).start()).isEqualTo(outcome.start(activity));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDraftOnAnAdoptedDraftStartsWhereThatOneEnded(long seed) {
    var forecast = standing(seed);
    var adopted = DraftOutcome.of(forecast, edits(forecast, seed)).adopted(ADistrict.CALENDAR).forecast();
    var second = DraftOutcome.of(adopted, edits(adopted, seed + 100));
    var again = second.adopted(ADistrict.CALENDAR).forecast();
    for (int activity = 0; activity < forecast.plan().basis().size(); activity++) {
      assertThat(again.finish(activity)).as("finish of " + activity).isEqualTo(second.finish(activity));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void addedWorkStandsBehindWhatItFollowsIsWaitedForAndIsAnActivityLikeAnyOtherOnceAdopted(long seed) {
    var forecast = standing(seed);
    var known = forecast.plan().basis();
    var edit = work(forecast, new Random(seed));
    var outcome = DraftOutcome.of(forecast, List.of(edit));
    var number = known.size();
    var after = IntStream.range(0, number).filter(n -> known.idOf(n).equals(edit.activity())).findFirst().orElseThrow();
    assertThat(outcome.start(number)).isAfter(outcome.finish(after));
    if (edit.before() != null) {
      var before = IntStream.range(0, number).filter(n -> known.idOf(n).equals(edit.before())).findFirst().orElseThrow();
      assertThat(outcome.start(before)).isAfter(outcome.finish(number));
    }
    assertThat(outcome.changes().getFirst().added()).isTrue();
    assertThat(outcome.changes()).filteredOn(Difference.Change::added).hasSize(1);

    var adopted = outcome.adopted(ADistrict.CALENDAR);
    var basis = adopted.basis();
    assertThat(basis.size()).isEqualTo(known.size() + 1);
    assertThat(basis.idOf(number)).isEqualTo(edit.extra().id());
    assertThat(basis.projectAt(number)).isEqualTo(known.projectAt(after));
    assertThat(basis.templateOf(number).code()).isEqualTo("EX1");
    assertThat(adopted.dates().get(number).start()).isEqualTo(outcome.start(number));
    assertThat(adopted.forecast().start(number)).isEqualTo(outcome.start(number));
    var second = DraftOutcome.of(adopted.forecast(),
        List.of(DraftEdit.of(Kind.DURATION, edit.extra().id(), null, 3), work(adopted.forecast(), new Random(seed + 50))));
    assertThat(second.adopted(ADistrict.CALENDAR).basis().extras()).hasSize(2);
    assertThat(DraftOutcome.of(adopted.forecast(), List.of(DraftEdit.of(Kind.DROP, edit.extra().id(), null, null)))
        .dropped(number)).isTrue();
  }

  @Test
  void addedWorkIsRefusedBetweenTwoProjectsInACircleAndForACrewTheProjectDoesNotKnow() {
    var forecast = standing(1);
    var basis = forecast.plan().basis();
    var after = open(forecast, new Random(1));
    var foreign = IntStream.range(0, basis.size()).filter(n -> basis.projectAt(n) != basis.projectAt(after) && !forecast.started(n))
        .findFirst().orElseThrow();
    refused(forecast, DraftEdit.add(basis.idOf(after), basis.idOf(foreign), new DraftEdit.Work(UUID.randomUUID(), "补", 3, null, null, true)),
        "programme.draft-work-elsewhere");
    var tie = basis.ties().stream().filter(each -> each.kind() == Relation.Kind.FS && !forecast.started(each.from())).findFirst().orElseThrow();
    refused(forecast, DraftEdit.add(basis.idOf(tie.to()), basis.idOf(tie.from()), new DraftEdit.Work(UUID.randomUUID(), "补", 3, null, null, true)),
        "schedule.cycle");
    refused(forecast, DraftEdit.add(basis.idOf(after), null, new DraftEdit.Work(UUID.randomUUID(), "补", 3, "nobody", 2, true)),
        "programme.draft-unknown-crew");
    assertThat(DraftEdit.add(basis.idOf(after), null, new DraftEdit.Work(null, " ", 0, null, 0, true)).faults()).extracting("code")
        .containsExactly("validation.missing", "programme.duration-out-of-range", "programme.draft-number-out-of-range");
  }

  private static void refused(Forecast forecast, DraftEdit edit, String code) {
    assertThatThrownBy(() -> DraftOutcome.of(forecast, List.of(edit))).isInstanceOfSatisfying(Refused.class,
        refused -> assertThat(refused.refusals()).extracting("code").contains(code));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void levelledCrewsStayLevelledWhenTheDraftIsAdoptedAndNoNodeComesLater(long seed) {
    var forecast = standing(seed);
    var levelled = DraftOutcome.of(forecast, DraftOutcome.of(forecast, List.of()).levelled());
    levelled.difference().nodes().forEach(node ->
        assertThat(node.finishAfter()).as("node " + node.node()).isLessThanOrEqualTo(node.finishBefore()));
    var adopted = levelled.adopted(ADistrict.CALENDAR).forecast();
    for (int activity = 0; activity < forecast.plan().basis().size(); activity++) {
      assertThat(adopted.start(activity)).as("start of " + activity).isEqualTo(levelled.start(activity));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyMoveOfAReplanIsAnEditThatCanBeSaidAndLatenessOnlyFalls(long seed) {
    var forecast = standing(seed);
    var outcome = DraftOutcome.of(forecast, DraftOutcome.replanned(forecast));
    assertThat(outcome.difference().after().weightedLateness())
        .isLessThanOrEqualTo(outcome.difference().before().weightedLateness());
    var words = new DraftWords(forecast.plan(), street -> street);
    outcome.edits().forEach(edit -> assertThat(words.edit(edit).zh()).contains("先于"));
  }

  @Test
  void everyKindOfEditIsSaidInBothLanguagesAndEveryChangeHasItsChain() {
    var forecast = standing(3);
    var outcome = DraftOutcome.of(forecast, edits(forecast, 3));
    var words = new DraftWords(forecast.plan(), street -> street);
    assertThat(outcome.edits()).extracting(words::edit).extracting(Words::zh).allMatch(text -> !text.contains("null"));
    assertThat(outcome.edits()).extracting(words::edit).extracting(Words::en).allMatch(text -> !text.contains("null"));
    var moved = outcome.changes().stream().filter(change -> change.shift() != 0).findFirst().orElseThrow();
    var chain = words.chain(outcome, moved.task());
    assertThat(chain).isNotNull();
    assertThat(chain.zh()).contains(" → ").contains("天");
  }

  @Test
  void rainOfADraftStopsOutdoorWorkAndNothingInOffices() {
    var forecast = standing(1);
    var today = forecast.dataDate();
    var outcome = DraftOutcome.of(forecast, List.of(DraftEdit.rain(today, today.plusDays(9))));
    var roots = outcome.changes().stream().map(change -> outcome.chain(change.task())).filter(chain -> !chain.isEmpty())
        .map(chain -> chain.getFirst()).filter(step -> step.edit() == 0 && step.why() == ShiftChain.Why.EDIT).toList();
    assertThat(roots).isNotEmpty().allMatch(step -> forecast.plan().basis().templateOf(step.activity()).outdoor());
  }

  @Test
  void whatHasBegunOrIsInNoPlanIsRefused() {
    var forecast = standing(1);
    var basis = forecast.plan().basis();
    assertThatThrownBy(() -> DraftOutcome.of(forecast, List.of(DraftEdit.of(Kind.DROP, basis.idOf(0), null, null))))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.refusals().getFirst().code()).isEqualTo("schedule.draft-task-begun"));
    assertThatThrownBy(() -> DraftOutcome.of(forecast, List.of(DraftEdit.crews("nobody", null, 1,
        LocalDate.of(2022, 5, 1), LocalDate.of(2022, 5, 9)))))
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.refusals().getFirst().code()).isEqualTo("programme.draft-unknown-crew"));
  }

  @Test
  void everyFaultOfAnEditIsNamedAtOnce() {
    var edit = new DraftEdit(Kind.CREWS, null, null, null, null, 0, LocalDate.of(2022, 5, 9), LocalDate.of(2022, 5, 1), null, null,
        null, null, null, null, null);
    assertThat(edit.faults()).extracting("code").containsExactly("validation.missing", "programme.draft-period-reversed",
        "programme.draft-number-out-of-range");
  }

  @Test
  void undoAndRedoWalkThroughTheEditsThereWere() {
    var day = LocalDate.of(2022, 5, 1);
    var rain = DraftEdit.rain(day, day);
    var draft = new Draft(UUID.randomUUID(), UUID.randomUUID(), "试", Draft.State.OPEN,
        UUID.randomUUID(), 1, UUID.randomUUID(), "计划员", Instant.EPOCH, 1, List.of(), List.of(),
        List.of(), null);
    var two = draft.editedTo(List.of(rain)).editedTo(List.of(rain, rain));
    assertThat(two.undone().edits()).containsExactly(rain);
    assertThat(two.undone().undone().edits()).isEmpty();
    assertThat(two.undone().undone().redone().redone().edits()).isEqualTo(two.edits());
    assertThat(two.undone().editedTo(List.of()).redoable()).isFalse();
    assertThat(draft.undone()).isEqualTo(draft);
  }
}
