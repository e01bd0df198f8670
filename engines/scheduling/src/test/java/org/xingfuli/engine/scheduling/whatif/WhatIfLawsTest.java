package org.xingfuli.engine.scheduling.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xingfuli.engine.scheduling.Actuals;
import org.xingfuli.engine.scheduling.Crew;
import org.xingfuli.engine.scheduling.Demand;
import org.xingfuli.engine.scheduling.Link;
import org.xingfuli.engine.scheduling.Network;
import org.xingfuli.engine.scheduling.NetworkBuilder;
import org.xingfuli.engine.scheduling.Node;
import org.xingfuli.engine.scheduling.Objective;
import org.xingfuli.engine.scheduling.RandomFacts;
import org.xingfuli.engine.scheduling.RandomNetworks;
import org.xingfuli.engine.scheduling.Repair;
import org.xingfuli.engine.scheduling.Scheduler;
import org.xingfuli.engine.scheduling.Score;
import org.xingfuli.engine.scheduling.Task;
import org.xingfuli.engine.scheduling.Timetable;
import org.xingfuli.engine.scheduling.Verifier;
import org.xingfuli.kernel.Refused;

/** What must hold for every draft beside a frozen plan; a failing seed stands in the display name. */
class WhatIfLawsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  /** A frozen plan, part of which has happened. */
  private record Standing(Network network, Timetable plan, Actuals actuals) {
    static Standing of(long seed) {
      Network network = RandomNetworks.any(seed);
      Timetable plan = Scheduler.schedule(network, Objective.nodes()).timetable();
      return new Standing(network, plan, RandomFacts.slips(network, plan, seed));
    }

    WhatIf whatIf() {
      return WhatIf.of(network, plan, actuals);
    }

    List<Edit> edits(long seed) {
      return RandomEdits.some(network, actuals.progress().keySet(), seed);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDraftWithoutEditsChangesNothing(long seed) {
    Standing standing = Standing.of(seed);
    Outcome outcome = standing.whatIf().with(List.of());
    assertThat(outcome.after()).isEqualTo(Repair.of(standing.network(), standing.plan(), standing.actuals()));
    assertThat(outcome.difference().changes()).isEmpty();
    assertThat(outcome.difference().nodes()).noneMatch(Difference.NodeChange::changed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsEditedTheDraftIsFeasible(long seed) {
    Standing standing = Standing.of(seed);
    Outcome outcome = standing.whatIf().with(standing.edits(seed));
    assertThat(Verifier.violations(outcome.edited().network(), outcome.after(), outcome.edited().actuals())).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void takingEditsBackOneByOneReturnsToWhereEachOfThemStood(long seed) {
    Standing standing = Standing.of(seed);
    WhatIf whatIf = standing.whatIf();
    List<Edit> edits = standing.edits(seed);
    List<Timetable> onTheWay = new ArrayList<>();
    for (int e = 0; e <= edits.size(); e++) {
      onTheWay.add(whatIf.with(edits.subList(0, e)).after());
    }
    for (int e = edits.size(); e >= 0; e--) {
      assertThat(whatIf.with(edits.subList(0, e)).after()).as(e + " edits").isEqualTo(onTheWay.get(e));
    }
    assertThat(onTheWay.getFirst()).isEqualTo(whatIf.before());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moreCrewsNeverMakeThePlanFoundWorse(long seed) {
    Standing standing = Standing.of(seed);
    Random random = new Random(seed);
    int crew = random.nextInt(standing.network().crews().size());
    Outcome outcome = standing.whatIf().with(List.of(new Edit.Crews(crew, 0, RandomNetworks.HORIZON, 1 + random.nextInt(3))));
    Score before = outcome.difference().before();
    Score after = outcome.difference().after();
    assertThat(after.weightedLateness()).isLessThanOrEqualTo(before.weightedLateness());
    if (after.weightedLateness() == before.weightedLateness()) {
      assertThat(after.handOver()).isLessThanOrEqualTo(before.handOver());
    }
    assertThat(Verifier.violations(outcome.edited().network(), outcome.after(), standing.actuals())).isEmpty();
  }

  @Test
  void grahamsAnomalyReallyComesUpAndIsThenKeptOut() {
    long kept = seeds().mapToObj(seed -> {
      Standing standing = Standing.of(seed);
      int crew = new Random(seed).nextInt(standing.network().crews().size());
      return standing.whatIf().with(List.of(new Edit.Crews(crew, 0, RandomNetworks.HORIZON, 1)));
    }).filter(Outcome::kept).count();
    assertThat(kept).as("networks in which the order repaired with one more crew would be later").isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theDifferenceListsExactlyTheTasksWhoseDatesDiffer(long seed) {
    Standing standing = Standing.of(seed);
    Outcome outcome = standing.whatIf().with(standing.edits(seed));
    List<Integer> changed = outcome.difference().changes().stream().map(Difference.Change::task).toList();
    for (int i = 0; i < outcome.after().size(); i++) {
      boolean same = i < outcome.before().size() && outcome.before().start(i) == outcome.after().start(i)
          && outcome.before().finish(i) == outcome.after().finish(i);
      assertThat(changed.contains(i)).as("task " + i).isEqualTo(!same);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyTaskThatMovedHasAChainThatEndsAtItAndHangsTogether(long seed) {
    Standing standing = Standing.of(seed);
    Outcome outcome = standing.whatIf().with(standing.edits(seed));
    ShiftChain chains = ShiftChain.of(outcome, standing.network(), standing.actuals());
    for (Difference.Change change : outcome.difference().changes()) {
      if (change.shift() == 0) {
        continue;
      }
      List<ShiftChain.Step> chain = chains.to(change.task());
      assertThat(chain.getLast().task()).isEqualTo(change.task());
      assertThat(chain.getLast().shift()).isEqualTo(change.shift());
      for (int k = 1; k < chain.size(); k++) {
        assertThat(chain.get(k).by()).isEqualTo(chain.get(k - 1).task());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatAPinnedDraftIsFrozenWithMakesItsRepairTheDraftItself(long seed) {
    Standing standing = Standing.of(seed);
    Outcome outcome = standing.whatIf().with(standing.edits(seed));
    Network network = outcome.edited().network();
    Map<Integer, Integer> pins = Pins.of(network, outcome.after(), outcome.edited().actuals());
    NetworkBuilder held = network.toBuilder();
    pins.forEach((i, from) -> held.replace(i, network.task(i).notBefore(Math.max(network.task(i).release(), from))));
    assertThat(Repair.of(held.build(), outcome.after(), outcome.edited().actuals())).isEqualTo(outcome.after());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void planningOnNeverAddsLatenessAndTouchesNothingWhenNothingIsGained(long seed) {
    Standing standing = Standing.of(seed);
    List<Replan.Option> options = Replan.options(standing.network(), standing.plan(), standing.actuals(), 60);
    Timetable repaired = Repair.of(standing.network(), standing.plan(), standing.actuals());
    Replan.Option least = options.getFirst();
    Replan.Option improved = options.getLast();
    assertThat(least.timetable()).isEqualTo(repaired);
    assertThat(least.moves()).isEmpty();
    long before = Score.of(standing.network(), repaired).weightedLateness();
    long after = Score.of(standing.network(), improved.timetable()).weightedLateness();
    assertThat(after).isLessThanOrEqualTo(before);
    if (after == before) {
      assertThat(improved.timetable()).isEqualTo(repaired);
    }
    assertThat(Verifier.violations(standing.network(), improved.timetable(), standing.actuals())).isEmpty();
    Outcome again = standing.whatIf().with(List.copyOf(improved.moves()));
    assertThat(again.after()).isEqualTo(improved.timetable());
  }

  /** Scaffold, façade, hand-over, one after the other; a second project wants the same scaffold crew. */
  private static Network facades(int capacity) {
    NetworkBuilder network = Network.builder().horizon(200);
    int crew = network.crew(Crew.of("scaffold", capacity));
    network.task(Task.of("scaffold 1", 5).holding(new Demand(crew, 1)));
    network.task(Task.of("façade 1", 10).stoppedByRain());
    network.task(Task.of("scaffold 2", 5).inProject(1).holding(new Demand(crew, 1)));
    network.task(Task.of("façade 2", 10).inProject(1).stoppedByRain());
    network.link(new Link(0, 1, Link.Kind.FS, 0)).link(new Link(2, 3, Link.Kind.FS, 2));
    network.node(new Node("M5", 1, 15, 1)).node(new Node("M5", 3, 15, 1));
    return network.build();
  }

  private static WhatIf facadesAt(Network network) {
    return WhatIf.of(network, Timetable.of(new int[] {0, 5, 5, 12}, new int[] {5, 15, 10, 22}), Actuals.none());
  }

  @Test
  void aSecondCrewLetsTheSecondProjectStartAtOnceAndTheChainSaysSo() {
    Network network = facades(1);
    Outcome outcome = facadesAt(network).with(List.of(new Edit.Crews(0, 0, 20, 1)));
    assertThat(outcome.after().start(2)).isZero();
    assertThat(outcome.difference().changes()).extracting(Difference.Change::task).containsExactly(2, 3);
    assertThat(outcome.difference().lateNodesBefore()).isEqualTo(1);
    assertThat(outcome.difference().nodes().get(1).lateBefore()).isEqualTo(7);
    assertThat(outcome.difference().nodes().get(1).lateAfter()).isEqualTo(2);
    assertThat(outcome.difference().earlier()).isEqualTo(5);
    assertThat(outcome.crewPeriods()).isEqualTo(20);
    List<ShiftChain.Step> chain = ShiftChain.of(outcome, network, Actuals.none()).to(3);
    assertThat(chain).containsExactly(new ShiftChain.Step(2, -5, ShiftChain.Why.CREW, 0, -1, 0),
        new ShiftChain.Step(3, -5, ShiftChain.Why.PREDECESSOR, -1, 2, -1));
  }

  @Test
  void twoDaysOfRainOnTheFirstFacadeMoveItAndNothingElse() {
    Network network = facades(1);
    Outcome outcome = facadesAt(network).with(List.of(new Edit.Rain(6, 8)));
    assertThat(outcome.difference().changes()).containsExactly(new Difference.Change(1, 5, 15, 5, 17));
    assertThat(ShiftChain.of(outcome, network, Actuals.none()).to(1))
        .containsExactly(new ShiftChain.Step(1, 2, ShiftChain.Why.EDIT, 0, -1, -1));
  }

  @Test
  void aLatePermitWalksThroughTheCrewToTheOtherProject() {
    Network network = facades(1);
    Outcome outcome = facadesAt(network).with(List.of(new Edit.Duration(0, 8)));
    List<ShiftChain.Step> chain = ShiftChain.of(outcome, network, Actuals.none()).to(3);
    assertThat(chain).extracting(ShiftChain.Step::task).containsExactly(0, 2, 3);
    assertThat(chain).extracting(ShiftChain.Step::shift).containsExactly(3, 3, 3);
  }

  @Test
  void theOrderOfProjectsDecidesWhoGetsTheCrewFirst() {
    Outcome outcome = facadesAt(facades(1)).with(List.of(new Edit.Order(List.of(1, 0))));
    assertThat(outcome.after().start(2)).isZero();
    assertThat(outcome.after().start(0)).isEqualTo(5);
  }

  @Test
  void droppedWorkFreesItsCrewAndWhatFollowedWaitsOnlyForWhatCameBefore() {
    Outcome outcome = facadesAt(facades(1)).with(List.of(new Edit.Drop(2)));
    assertThat(outcome.after().finish(2)).isEqualTo(outcome.after().start(2));
    assertThat(outcome.after().start(3)).isEqualTo(outcome.after().finish(2));
  }

  @Test
  void addedWorkComesBehindWhatItWaitsForAndPushesNobodyWhoWasBeforeIt() {
    Task third = Task.of("scaffold 3", 5).inProject(1).holding(new Demand(0, 1));
    Outcome outcome = facadesAt(facades(1)).with(List.of(
        new Edit.Add(third, List.of(new Link(2, Edit.Add.SELF, Link.Kind.FS, 0), new Link(Edit.Add.SELF, 3, Link.Kind.FS, 0)))));
    assertThat(outcome.after().start(4)).isEqualTo(10);
    assertThat(outcome.after().start(3)).isEqualTo(15);
    assertThat(outcome.after().start(0)).isZero();
  }

  @Test
  void whatHasBegunCannotBeDroppedOrPutOffAndEveryFaultIsNamed() {
    Network network = facades(1);
    Actuals begun = new Actuals(3, Map.of(0, new Actuals.Underway(0, 2)));
    WhatIf whatIf = WhatIf.of(network, Timetable.of(new int[] {0, 5, 5, 12}, new int[] {5, 15, 10, 22}), begun);
    assertThatThrownBy(() -> whatIf.with(List.of(new Edit.Drop(0), new Edit.Release(9, 1), new Edit.Crews(0, 5, 5, 1))))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusals()).extracting("code").containsExactly(
            "schedule.draft-task-begun", "schedule.draft-unknown-task", "schedule.draft-period-empty"));
  }

  @Test
  void aNodeLostToACrewIsSavedByOneMoveAndNoMore() {
    NetworkBuilder builder = facades(1).toBuilder();
    builder.replaceNode(1, new Node("M5", 3, 17, 5));
    builder.replaceNode(0, new Node("M5", 1, 40, 1));
    Timetable frozen = Timetable.of(new int[] {0, 5, 5, 12}, new int[] {5, 15, 10, 22});
    Replan.Option improved = Replan.options(builder.build(), frozen, Actuals.none(), 50).getLast();
    assertThat(improved.moves()).containsExactly(new Edit.First(2, 0));
    assertThat(improved.timetable().finish(3)).isEqualTo(17);
  }
}
